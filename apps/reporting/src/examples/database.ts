import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase } from '../database/orm.ts';

/** An empty database of Reporting, with its tables. */
export async function aDatabase() {
  const server = new Client({ connectionString: process.env['DATABASE_URL'] });
  await server.connect();
  const name = `reporting_${randomBytes(4).toString('hex')}`;
  await server.query(`create database ${name}`);
  const url = new URL(process.env['DATABASE_URL'] as string);
  url.pathname = name;
  const orm = await openDatabase(url.href);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return {
    url: url.href,
    orm,
    client,
    drop: async () => {
      await client.end();
      await orm.close(true);
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
