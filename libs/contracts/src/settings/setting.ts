import { z } from 'zod';

/** Several values in one setting or cell: `a, b,c`. */
export const commaSeparated = () => z.string().transform((text) => text.split(',').map((one) => one.trim()));

/** A setting that counts something. */
export function wholeNumber({ from, to }: { readonly from: number; readonly to: number }) {
  const words = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number(words).int(words).min(from, words).max(to, words);
}

/** A setting that is on or off. */
export const yesNo = () => z.enum(['yes', 'no'], 'must be yes or no');

/** A setting that has a value of its own outside production; there it is its default, or must be named. */
export const inDevelopment = <S extends z.ZodType>(schema: S, value: z.input<S>): S =>
  schema.meta({ inDevelopment: value });

/** What these settings are in development, as it would stand in the environment. */
export const developmentValues = (shape: z.ZodRawShape): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const value = (schema as z.ZodType).meta()?.['inDevelopment'];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Every setting of a process, as it was read. */
export type AllSettings = Readonly<Record<string, unknown>>;
type Why = (all: AllSettings) => string | false;

/** A setting that is right by itself and may be wrong beside the others: `why` says the sentence that stops the start. */
export const stoppedBy = <S extends z.ZodType>(schema: S, why: Why): S => schema.meta({ why });

/** The same for what is fit for one machine and a risk in production, where RISK_IS_KNOWN lets it pass. */
export const stoppedByRisk = <S extends z.ZodType>(schema: S, why: Why): S =>
  stoppedBy(schema, (all) => {
    const risk = all['NODE_ENV'] === 'production' && all['RISK_IS_KNOWN'] !== 'yes' && why(all);
    return risk && `${risk}, or RISK_IS_KNOWN=yes if nothing of worth is kept here`;
  });

/** Everything that these settings cannot be together, one sentence each. */
export const whatStops = (shape: z.ZodRawShape, all: AllSettings): string[] =>
  Object.values(shape).flatMap((schema) => ((schema as z.ZodType).meta()?.['why'] as Why | undefined)?.(all) || []);

/** The address of a PostgreSQL database. How it is reached in secret is said in it, as PostgreSQL's own programs take it. */
export const databaseAddress = () =>
  stoppedByRisk(
    z
      .url({ protocol: /^postgres(ql)?$/, error: 'must be an address as postgres://user:password@host:5432/database' })
      .describe(
        'The database. `?sslmode=verify-full` encrypts (`&sslrootcert=FILE` names whom to trust). PostgreSQL itself, or a pooler in session mode.',
      ),
    ({ DATABASE_URL }) =>
      !/[?&]sslmode=(require|verify-ca|verify-full)(&|$)/.test(String(DATABASE_URL)) &&
      'DATABASE_URL does not encrypt: add ?sslmode=verify-full',
  );

/** For a process in production that may do without safety: a demonstration. */
export const riskIsKnown = () =>
  yesNo()
    .default('no')
    .describe('`yes` lets production start without encryption or with too few copies in Kafka: a demonstration.');
