import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { registerEntities, registerMigrations } from '@academies/register';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { decisionTables } from '../decisions/tables.ts';
import { handoverTables } from '../handover-status/tables.ts';
import { peopleTables } from '../people/tables.ts';
import { projectTables } from '../projects/tables.ts';
import { prepareMigrations } from './migrations.ts';

/** Prepare's own database: its tables, its copy of the register, and the queues of messaging. */
export const ormOptions = (url: string) =>
  defineConfig({
    clientUrl: url,
    entities: [
      ...projectTables,
      ...decisionTables,
      ...handoverTables,
      ...peopleTables,
      ...registerEntities,
      ...messagingEntities,
    ],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...prepareMigrations, ...registerMigrations, ...messagingMigrations],
      snapshot: false,
      silent: true,
    },
  });

/** Connects and brings the tables up to date. */
export async function openDatabase(url: string): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(url));
  await orm.migrator.up();
  return orm;
}
