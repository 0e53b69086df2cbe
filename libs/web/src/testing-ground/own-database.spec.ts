import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database for one test file, on the PostgreSQL that the environment names. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['DATABASE_URL'] ?? '';
  const name = `web_${randomBytes(6).toString('hex')}`;
  const asked = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await asked(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asked(`drop database if exists ${name} with (force)`) };
}
