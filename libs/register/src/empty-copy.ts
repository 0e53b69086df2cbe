import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { registerMigrations } from './migrations.ts';
import { registerEntities } from './tables.ts';

/** A copy of the register in a database of its own, for this library's tests. */
export async function emptyCopy(clientUrl: string): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl,
    entities: registerEntities,
    extensions: [Migrator],
    migrations: { migrationsList: registerMigrations, snapshot: false, silent: true },
  });
  await orm.migrator.up();
  return orm;
}
