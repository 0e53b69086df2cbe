import { z } from 'zod';

const production = process.env['NODE_ENV'] === 'production';
/** The development value; in production the setting must be there. */
const inDevelopment = (value: string) => (production ? z.string().min(1) : z.string().min(1).default(value));

const schema = z.object({
  /** The importer's own database. */
  DATABASE_URL: inDevelopment('postgres://postgres:postgres@localhost:5432/register'),
  KAFKA_BROKERS: inDevelopment('localhost:9092').transform((list) => list.split(',').map((broker) => broker.trim())),
  /** Before the names of topics; tests use it. */
  KAFKA_NAMESPACE: z.string().min(1).optional(),
  /** Where `npm run` was called: a relative path of a file means from there. */
  INIT_CWD: z.string().default(() => process.cwd()),
});
export type Settings = z.infer<typeof schema>;

/** The environment, read once; what is missing or wrong is named. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const settings = schema.safeParse(environment);
  if (settings.success) return settings.data;
  const wrong = settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Settings are missing or wrong: ${wrong.join('; ')}`);
}
