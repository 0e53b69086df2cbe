import {
  databaseAddress,
  developmentValues,
  InvalidError,
  riskIsKnown,
  trialSettings,
  whatStops,
} from '@academies/contracts';
import { kafkaSettings, localAddresses } from '@academies/messaging';
import { z } from 'zod';

const { KAFKA_BROKERS, ...kafka } = kafkaSettings();

/** The importer's settings. */
export const settingsShape = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('Where it runs.'),
  RISK_IS_KNOWN: riskIsKnown(),
  ...trialSettings(),
  DATABASE_URL: databaseAddress(),
  KAFKA_BROKERS,
  ...kafka,
  BAD_ROWS_PERCENT: z.coerce
    .number()
    .min(0)
    .max(100)
    .default(5)
    .describe('How many rows in a hundred may be bad before an import ends with an error.'),
  INIT_CWD: z
    .string()
    .default('.')
    .describe('Where `npm run` was called: the path of a file means from there. npm sets it.'),
};
const schema = z.object(settingsShape);
export type Settings = z.infer<typeof schema>;

/** The environment, read once. In development what it lacks is where `npm start` put it; what is missing is named. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const production = environment['NODE_ENV'] === 'production';
  const local = production ? {} : localAddresses('register');
  const missing = production ? 'missing' : 'missing (is `npm start` running?)';
  const development = production ? {} : developmentValues(kafka);
  const settings = schema.safeParse({ ...development, ...local, ...given });
  const stops = settings.success ? whatStops(settingsShape, settings.data) : [];
  if (stops.length > 0) throw new InvalidError('REGISTER.SETTINGS', `Cannot start: ${stops.join('; ')}`);
  if (settings.success) return settings.data;
  const wrong = settings.error.issues.map(
    ({ path: [name] }) => `${String(name)} is ${given[String(name)] === undefined ? missing : 'wrong'}`,
  );
  throw new InvalidError('REGISTER.SETTINGS', `Cannot start: ${wrong.join('; ')}`);
}
