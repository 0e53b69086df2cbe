import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { reportingMigrations } from './migrations.ts';

/** How Reporting talks to its database. Raw SQL does the work; MikroORM brings connections, transactions, migrations. */
export const ormOptions = (url: string) =>
  defineConfig({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...reportingMigrations], snapshot: false, silent: true },
  });

/** Connects and brings the tables up to date. */
export async function openDatabase(url: string): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(url));
  await orm.migrator.up();
  return orm;
}
