import { developmentValues, whatStops } from '@academies/contracts';
import { z } from 'zod';

/** Where Nest's container has an application's settings. A feature declares the type of those that it needs. */
export const settingsToken = Symbol('settings');

type Environment = Record<string, string | undefined>;

/** The settings of an application are missing or wrong; the message names each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads an application's settings once, from the environment: the only place that does. An empty one counts as
 * missing; in production what is missing stops the start, with its name; so does what cannot be together, with one sentence.
 */
export function readSettings<Shape extends z.ZodRawShape>(shape: Shape, environment: Environment = process.env) {
  const unless = environment['NODE_ENV'] === 'production' ? {} : developmentValues(shape);
  const given: Record<string, unknown> = Object.fromEntries(
    Object.keys(shape).map((name) => [
      name,
      environment[name] === '' ? unless[name] : (environment[name] ?? unless[name]),
    ]),
  );
  const read = z.object(shape).safeParse(given);
  const stops = read.success ? whatStops(shape, read.data) : [];
  if (stops.length > 0) throw new SettingsError(`Cannot start: ${stops.join('; ')}`);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) =>
    given[String(path[0])] === undefined ? `${String(path[0])} is missing` : `${String(path[0])}: ${message}`,
  );
  throw new SettingsError(`Cannot start: ${faults.join('; ')}`);
}

/**
 * How an application's settings are read, `settingsOf = settingsFrom({ ...webSettings(…), … })`; tests give their own.
 * `settingsOf.shape` is what docs/settings.md is made from.
 */
export const settingsFrom = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.assign((environment?: Environment) => readSettings(shape, environment), { shape });
