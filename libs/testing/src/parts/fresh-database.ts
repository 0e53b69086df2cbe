import { randomBytes } from 'node:crypto';
import { Session } from '@academies/database';
import { findPostgres, localSettings, stateFolder } from '@academies/local';

/** An empty database of a test's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, even when somebody is still connected. */
  drop(): Promise<void>;
}

/** Creates an empty database on the server that the test run found. */
export async function freshDatabase(name = 'test'): Promise<FreshDatabase> {
  const server = await serverUrl();
  const database = `${name}_${randomBytes(6).toString('hex')}`.replaceAll(/[^a-z0-9_]/gi, '_').toLowerCase();
  await asSuperuser(server, `create database "${database}"`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => asSuperuser(server, `drop database if exists "${database}" with (force)`) };
}

const serverUrl = async () =>
  localSettings().DATABASE_URL ?? (await findPostgres({ dir: `${stateFolder}/testing` })).at;

const asSuperuser = (url: string, statement: string): Promise<void> =>
  Session.use(url, 'tests', async (session) => void (await session.all(statement)));
