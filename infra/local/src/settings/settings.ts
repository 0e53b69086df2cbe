import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** The top of the checkout. From src and from dist it is the same way up. */
export const root = path.resolve(import.meta.dirname, '../../../..');

/** Everything of a run that survives it: data, logs, ports. `npm run reset` removes it. */
export const stateFolder = path.join(root, '.local');

const optional = z.string().trim().min(1).optional().catch(undefined);

const settings = z.object({
  /** A PostgreSQL server that already runs: the url of a user who may create databases. */
  DATABASE_URL: optional,
  /** Brokers that already run, separated by commas. */
  KAFKA_BROKERS: optional,
  /** `yes`: what is started is a trial, with topics of its own and databases of nobody else. */
  TRIAL: z.enum(['yes', 'no']).default('no'),
  /** `containers`: PostgreSQL and Kafka by Testcontainers. */
  BACKENDS: z.enum(['local', 'containers']).default('local'),
  /** Where jars come from, when not from Maven Central. */
  MAVEN_MIRROR: z.url().default('https://repo1.maven.org/maven2'),
  /** A Chromium of the machine's, used before the one from npm. */
  CHROMIUM_PATH: optional,
  /** What was fetched once is kept here, for every checkout of this user. */
  ACADEMIES_CACHE: z
    .string()
    .min(1)
    .default(() => path.join(userCache(), 'academies')),
  JAVA_HOME: optional,
});

export type LocalSettings = z.infer<typeof settings>;

/** The settings of the local parts. An empty setting counts as none. */
export const localSettings = (environment: NodeJS.ProcessEnv = process.env): LocalSettings =>
  settings.parse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim())));

const userCache = () => process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
