import { randomBytes } from 'node:crypto';
import { Session } from '@academies/database';
import { findPostgres, localSettings, stateFolder } from '@academies/local';

/** An empty database of a test's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Keeps what it has now, as a dump does. Whoever is connected loses the connection, and a moment later may come again. */
  dump(): Promise<Dump>;
  /** Removes it, even when somebody is still connected. */
  drop(): Promise<void>;
}

/** A database as it was. */
export interface Dump {
  /** The database is what it was then, under the services that work with it: they lose their connections, no more. */
  restore(): Promise<void>;
}

/** Creates an empty database on the server that the test run found. */
export async function freshDatabase(name = 'test'): Promise<FreshDatabase> {
  const server = await serverUrl();
  const database = `${name}_${randomBytes(6).toString('hex')}`.replaceAll(/[^a-z0-9_]/gi, '_').toLowerCase();
  const admin = (...statements: string[]) => asSuperuser(server, statements);
  await admin(`create database "${database}"`);
  const copies: string[] = [];
  const alone = [
    `alter database "${database}" allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
  ];
  const url = new URL(server);
  url.pathname = `/${database}`;
  return {
    url: url.href,
    dump: async () => {
      const copy = `${database}_${copies.push('')}`;
      copies[copies.length - 1] = copy;
      const open = `alter database "${database}" allow_connections true`;
      // A backend that was told to end may take a moment: PostgreSQL itself waits five seconds for it.
      await admin(...alone, `create database "${copy}" template "${database}"`).finally(() => admin(open));
      return {
        restore: () =>
          admin(
            ...alone,
            `drop database "${database}" with (force)`,
            `create database "${database}" template "${copy}"`,
          ),
      };
    },
    drop: () => admin(...[database, ...copies].map((one) => `drop database if exists "${one}" with (force)`)),
  };
}

const serverUrl = async () =>
  localSettings().DATABASE_URL ?? (await findPostgres({ dir: `${stateFolder}/testing` })).at;

const asSuperuser = (url: string, statements: readonly string[]): Promise<void> =>
  Session.use(url, 'tests', async (session) => {
    for (const statement of statements) await session.all(statement);
  });
