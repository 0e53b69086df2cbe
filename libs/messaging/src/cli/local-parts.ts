import { readFileSync } from 'node:fs';
import { InvalidError } from '@academies/contracts';
import type { Service } from './command-line.ts';

/** Handover works in Complete's database. */
const databaseOf = (service: Service): string => (service === 'handover' ? 'complete' : service);

/** Where a service's database is: where DATABASE_URL says, else where `npm start` put it. */
export function databaseUrl(service: Service, environment: NodeJS.ProcessEnv = process.env, portFile = '.local/postgres/port'): string {
  const { DATABASE_URL } = environment;
  if (DATABASE_URL) return DATABASE_URL;
  try {
    return `postgres://postgres:postgres@127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/${databaseOf(service)}`;
  } catch {
    throw new InvalidError('MESSAGING.DATABASE', `Where is the database of ${service}? Set DATABASE_URL, or start everything with npm start`);
  }
}

/** Where Kafka is: where KAFKA_BROKERS says, else where `npm start` put it; nothing is a matter for the service's own default. */
export function brokers(environment: NodeJS.ProcessEnv = process.env, portFile = '.local/kafka/port'): string | undefined {
  if (environment['KAFKA_BROKERS']) return environment['KAFKA_BROKERS'];
  try {
    return `127.0.0.1:${readFileSync(portFile, 'utf8').trim()}`;
  } catch {
    return undefined;
  }
}
