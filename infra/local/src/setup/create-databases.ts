import type pg from 'pg';
import { databases } from '../start/services.table.ts';

/** One database a service, where it is missing. */
export async function createDatabases(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  const there = new Set(rows.map(({ datname }) => datname));
  for (const name of databases) if (!there.has(name)) await client.query(`create database "${name}"`);
}
