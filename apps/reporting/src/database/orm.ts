import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { reportingMigrations } from './migrations.ts';

/** How Reporting talks to its database. Raw SQL does the work; MikroORM brings connections, transactions, migrations. */
export const ormOptions = (url: string) =>
  defineConfig({
    clientUrl: url,
    entities: [...messagingEntities],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...reportingMigrations, ...messagingMigrations], snapshot: false, silent: true },
  });

/** Connects and brings the tables up to date; processes that start together do so one after the other. */
export async function openDatabase(url: string): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(url));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('reporting migrations', 0))`);
    await orm.migrator.up();
  } finally {
    await client.end();
  }
  return orm;
}
