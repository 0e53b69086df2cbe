import type { Sql } from '@academies/database';
import { databases } from '../start/services.table.ts';

/** One database a service, where it is missing. */
export async function createDatabases(server: Sql): Promise<void> {
  const known = await server.all<{ datname: string }>('select datname from pg_database');
  const there = new Set(known.map(({ datname }) => datname));
  for (const name of databases) if (!there.has(name)) await server.all(`create database "${name}"`);
}
