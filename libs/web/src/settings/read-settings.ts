import { z } from 'zod';

/** A setting that has a value of its own outside production and must be named there. */
export const inDevelopment = <S extends z.ZodType>(schema: S, value: z.input<S>) => {
  developmentValues.set(schema, value);
  return schema;
};
const developmentValues = new WeakMap<z.ZodType, unknown>();

/** The settings of an application are missing or wrong; the message names each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads an application's settings once, from the environment: the only place that does. An empty one counts as
 * missing; in production what is missing stops the start, with its name.
 */
export function readSettings<Shape extends z.ZodRawShape>(shape: Shape, environment = process.env) {
  const production = environment['NODE_ENV'] === 'production';
  const given = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const value = environment[name] === '' ? undefined : environment[name];
      return [name, value ?? (production ? undefined : developmentValues.get(schema as z.ZodType))];
    }),
  );
  const read = z.object(shape).safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) =>
    given[String(path[0])] === undefined ? `${String(path[0])} is missing` : `${String(path[0])}: ${message}`,
  );
  throw new SettingsError(`Cannot start: ${faults.join('; ')}`);
}
