import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { messagingEntities, messagingMigrations } from '@academies/messaging';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { completeMigrations } from './migrations.ts';
import { sql } from './sql.ts';
import { completeEntities } from './tables.ts';

/** Tables that a process has in Complete's database beside Complete's own: the copy of the register. */
export interface MoreTables {
  readonly entities: NonNullable<Options['entities']>;
  readonly migrations: readonly (new (...args: never[]) => Migration)[];
}

/** Connects to Complete's database and brings its tables up to date; of two processes that start together, one does. */
export async function openCompleteDatabase(clientUrl: string, more: MoreTables): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl,
    entities: [...completeEntities, ...more.entities, ...messagingEntities] as never[],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...completeMigrations, ...more.migrations, ...messagingMigrations] as never[],
      snapshot: false,
      silent: true,
    },
  });
  await orm.em.fork().transactional(async (em) => {
    await sql(em, `select pg_advisory_xact_lock(hashtextextended('tables of complete', 0))`);
    await orm.migrator.up();
  });
  return orm;
}
