import { openDatabase, type Tables } from '@academies/database';
import { freshDatabase } from '../parts/fresh-database.ts';

/** Indexes, keys and defaults are the migrations' alone: entities here say what columns there are, and of what type. */
const toldByMigrations = /^drop index |^alter table "\w+" (drop constraint|alter column "\w+" drop default)/;

/** What entities expect of a database with all its migrations and do not find, as the SQL that would make it. */
export async function missingForEntities(tables: Tables): Promise<string[]> {
  const database = await freshDatabase('entities');
  const orm = await openDatabase(database.url, tables);
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true, dropTables: false });
    return sql.split('\n').filter((statement) => statement && !toldByMigrations.test(statement));
  } finally {
    await orm.close(true);
    await database.drop();
  }
}

/** Promises that a service's entities are what its migrations make. */
export function entitiesFitTheirTables(tables: Tables): void {
  describe(`The entities in the database of ${tables.name}`, () => {
    it(
      'find every table and column that they name, with its type, once all migrations have run',
      async () => expect(await missingForEntities(tables)).toEqual([]),
      60_000,
    );
  });
}
