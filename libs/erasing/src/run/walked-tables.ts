import type { Sql } from '@academies/database';

/** Types that can hold a text; everything else is numbers, times and ids. */
const holdsText = ['text', 'character varying', 'json', 'jsonb', 'bytea', 'text[]'] as const;

/** A column that is looked through. */
export interface WalkedColumn {
  readonly name: string;
  readonly type: (typeof holdsText)[number];
  readonly isKey: boolean;
}

/** A table that is looked through, with its primary key. */
export interface WalkedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly WalkedColumn[];
}

/** What a service says of its tables, where walking over them is not all. */
export interface TableRules {
  /** Rows that go as a whole when one of these columns is theirs: a session, an e-mail to them. */
  readonly gone?: Readonly<Record<string, readonly string[]>>;
  /** Columns that hold nobody, or nothing that can be read, each with the reason. */
  readonly apart?: Readonly<Record<string, string>>;
}

/** Tables of the libraries: what goes as a whole, and what is not looked through. */
const ofLibraries: Required<TableRules> = {
  gone: { web_session: ['sess'], mail: ['recipient'] },
  apart: {
    'inbox.consumer_group': 'names of our own; a million rows',
    'web_typed.sealed': 'only the browser that sent it has the key, and it goes after an hour',
  },
};

/** What holds for every service, and what one says besides. */
export const rulesOf = ({ gone, apart }: TableRules): Required<TableRules> => ({
  gone: { ...ofLibraries.gone, ...gone },
  apart: { ...ofLibraries.apart, ...apart },
});

/** Those that hold hashes and names of migrations alone. */
const ownTables = ['erased', 'erasure', 'erasure_text', 'erasure_answer', 'mikro_orm_migrations'];

const columnsSql = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
         coalesce(a.attnum = any (pk.conkey), false) as "isKey", a.attgenerated <> '' as "isGenerated",
         (select count(*)::int from pg_constraint f where f.confrelid = c.oid and f.contype = 'f') as referred
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint pk on pk.conrelid = c.oid and pk.contype = 'p'
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
   order by referred, c.relname, a.attnum`;

interface FoundColumn extends WalkedColumn {
  readonly table: string;
  readonly isGenerated: boolean;
}

/** Every table with a column that can hold a text, those last that others refer to. Generated columns follow their source. */
export async function walkedTables(sql: Sql, { apart }: Required<TableRules>): Promise<WalkedTable[]> {
  const found = await sql.all<FoundColumn>(columnsSql);
  const tables = Map.groupBy(found, ({ table }) => table);
  return [...tables].flatMap(([name, all]) => {
    const columns = all.filter(
      (one) => holdsText.includes(one.type) && !one.isGenerated && !(`${name}.${one.name}` in apart),
    );
    if (columns.length === 0 || ownTables.includes(name)) return [];
    return [{ name, key: all.filter(({ isKey }) => isKey).map((one) => one.name), columns }];
  });
}
