import { rulesOf, type TableRules, walkedTables } from '@academies/erasing';
import { openDatabase, Session, type Tables } from '@academies/database';
import { freshDatabase } from '../parts/fresh-database.ts';

/** Types of columns in which nobody's name can stand. */
const namesNobody =
  /^(uuid|boolean|date|smallint|integer|bigint|double precision|numeric|timestamp with(out)? time zone|timestamp\(6\) with time zone|tsvector)(\[\])?$/;

const columnsSql = `
  select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;

/** The tables in which erasing itself keeps hashes. */
const ownTables = /^(erased|erasure|erasure_text|erasure_answer|mikro_orm_migrations)\./;

/** Columns that might name somebody and are neither walked over by who erases, nor told apart with a reason. */
export async function columnsNotWalked(tables: Tables, rules: TableRules): Promise<string[]> {
  const database = await freshDatabase('walked');
  const orm = await openDatabase(database.url, tables);
  try {
    return await Session.use(orm, 'columns', async (session) => {
      const all = rulesOf(rules);
      const walked = new Set(
        (await walkedTables(session, all)).flatMap(({ name, columns }) => columns.map((one) => `${name}.${one.name}`)),
      );
      const found = await session.all<{ name: string; type: string; generated: boolean }>(columnsSql);
      return found
        .filter(({ name, type, generated }) => !generated && !walked.has(name) && !namesNobody.test(type))
        .map(({ name, type }) => `${name} ${type}`)
        .filter((one) => !ownTables.test(one) && !((one.split(' ')[0] as string) in all.apart));
    });
  } finally {
    await orm.close(true);
    await database.drop();
  }
}

/** Promises that who erases looks through every column of a service that may name somebody. */
export function everyTextIsWalked(tables: Tables, rules: TableRules): void {
  describe(`Erasing a person in the database of ${tables.name}`, () => {
    it(
      'looks through every column that can hold a text, or says why not',
      async () => expect(await columnsNotWalked(tables, rules)).toEqual([]),
      60_000,
    );
  });
}
