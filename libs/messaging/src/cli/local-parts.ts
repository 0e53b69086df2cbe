import { readFileSync } from 'node:fs';
import { InvalidError } from '@academies/contracts';
import type { Service } from './command-line.ts';

/** Handover works in Complete's database. */
const databaseOf = (service: Service): string => (service === 'handover' ? 'complete' : service);

/** Where `npm start` last put a part of this checkout: the local parts write their port down. */
function portOf(part: string): string | undefined {
  try {
    return readFileSync(`.local/${part}/port`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Addresses of the local parts, for a command of a service beside a running `npm start`; what does not run has none. */
export function localAddresses(service: Service): { DATABASE_URL?: string; KAFKA_BROKERS?: string } {
  const [postgres, kafka] = [portOf('postgres'), portOf('kafka')];
  return {
    ...(postgres && { DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${postgres}/${databaseOf(service)}` }),
    ...(kafka && { KAFKA_BROKERS: `127.0.0.1:${kafka}` }),
  };
}

/** Where a service's database is: where DATABASE_URL says, else where `npm start` put it. */
export function databaseUrl(service: Service, environment: NodeJS.ProcessEnv = process.env): string {
  const url = environment['DATABASE_URL'] || localAddresses(service).DATABASE_URL;
  if (url) return url;
  throw new InvalidError(
    'MESSAGING.DATABASE',
    `Where is the database of ${service}? Set DATABASE_URL, or start everything with npm start`,
  );
}
