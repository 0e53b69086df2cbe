import { InvalidError } from '@academies/contracts';
import { z } from 'zod';
import { localAddresses } from './local-parts.ts';

const schema = z.object({
  /** The importer's own database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KAFKA_BROKERS: z.string().transform((list) => list.split(',').map((broker) => broker.trim())),
  /** Before the names of topics; tests use it. */
  KAFKA_NAMESPACE: z.string().optional(),
  /** Where `npm run` was called: the path of a file means from there. */
  INIT_CWD: z.string().default(process.cwd()),
});
export type Settings = z.infer<typeof schema>;

/** The environment, read once. In development what it lacks is where `npm start` put it; what is missing is named. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const production = environment['NODE_ENV'] === 'production';
  const local = production ? {} : localAddresses(process.cwd());
  const missing = production ? 'missing' : 'missing (is `npm start` running?)';
  const settings = schema.safeParse({ ...local, ...given });
  if (settings.success) return settings.data;
  const wrong = settings.error.issues.map(
    ({ path: [name] }) => `${String(name)} is ${given[String(name)] === undefined ? missing : 'wrong'}`,
  );
  throw new InvalidError('REGISTER.SETTINGS', `Cannot start: ${wrong.join('; ')}`);
}
