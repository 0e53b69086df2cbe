import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm start` last put a part of this checkout: the local parts write their port down. */
const portOf = (folder: string, part: string): string | undefined => {
  try {
    return readFileSync(join(folder, '.local', part, 'port'), 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** The addresses of the local parts, for a command beside a running `npm start`. */
export function localAddresses(folder: string): { DATABASE_URL?: string; KAFKA_BROKERS?: string } {
  const [postgres, kafka] = [portOf(folder, 'postgres'), portOf(folder, 'kafka')];
  return {
    ...(postgres && { DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${postgres}/register` }),
    ...(kafka && { KAFKA_BROKERS: `127.0.0.1:${kafka}` }),
  };
}
