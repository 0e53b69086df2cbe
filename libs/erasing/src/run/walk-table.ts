import { setImmediate } from 'node:timers/promises';
import { TransientError } from '@academies/contracts';
import { escapeIdentifier, type Sql } from '@academies/database';
import { eraseIn, type OnText } from '../person/erase-in.ts';
import type { Erased } from '../person/person-hash.ts';
import { bytesWithout, jsonOrTextWithout } from '../reader/screen.ts';
import type { WalkedColumn, WalkedTable } from './walked-tables.ts';

/** Where a text stands: its row by the primary key, and the column. */
export interface TextPlace {
  readonly table: string;
  readonly column: string;
  readonly key: Readonly<Record<string, string>>;
}

/** How a table is walked over. */
export interface Walk {
  readonly erased: Erased;
  /** Without it nothing is changed. */
  readonly erases: boolean;
  /** Rows go as a whole when one of these columns is theirs. */
  readonly gone?: readonly string[];
  readonly onText?: (text: string, place: TextPlace) => void;
}

type Row = Record<string, string | Buffer | null> & { readonly ctid: string; readonly xmin: string };

/** Rows that others write meanwhile are few; more walks than this tell of a trigger, or of a fault here. */
const mostWalks = 10;

/** So many blocks of the table are read at once, and so many rows looked at before others have a turn. */
const [blocks, rowsInATurn] = [32, 40];

/**
 * Looks through every row of a table and takes the erased out of it; answers how many rows held them. A row that somebody
 * changed meanwhile is left, and met in the next walk: until one finds nothing.
 */
export async function walkTable(sql: Sql, table: WalkedTable, walk: Walk): Promise<number> {
  const found = await walkOnce(sql, table, walk);
  for (let left = walk.erases ? found : 0, walks = 1; left > 0; walks++) {
    if (walks > mostWalks) throw new TransientError('ERASING.AGAIN_AND_AGAIN', `Rows of ${table.name} come back`);
    left = await walkOnce(sql, table, walk);
  }
  return found;
}

async function walkOnce(sql: Sql, table: WalkedTable, walk: Walk): Promise<number> {
  let [found, looked] = [0, 0];
  for (let block = 0; block < (await sizeOf(sql, table)); block += blocks)
    for (const row of await sql.all<Row>(rowsSql(table), [`(${block},0)`, `(${block + blocks},0)`])) {
      if (++looked % rowsInATurn === 0) await setImmediate();
      const changed = changesOf(table, row, walk);
      if (changed.length === 0) continue;
      found++;
      if (walk.erases) await change(sql, table, row, changed, walk);
    }
  return found;
}

const sizeOf = async (sql: Sql, { name }: WalkedTable): Promise<number> =>
  (await sql.all<{ blocks: number }>('select (pg_relation_size($1::regclass) / 8192)::int as blocks', [name]))[0]
    ?.blocks ?? 0;

const read = ({ name, type }: WalkedColumn) => {
  const column = escapeIdentifier(name);
  if (type === 'bytea') return column;
  return type === 'text[]' ? `to_json(${column})::text as ${column}` : `${column}::text as ${column}`;
};

const rowsSql = ({ name, columns, key }: WalkedTable) => {
  const keys = key.filter((one) => columns.every((column) => column.name !== one));
  const all = [...columns.map(read), ...keys.map((one) => `${escapeIdentifier(one)}::text`)];
  return `
    select ctid::text as ctid, xmin::text as xmin, ${all.join(', ')}
      from ${escapeIdentifier(name)} where ctid >= $1::tid and ctid < $2::tid`;
};

interface Changed {
  readonly column: WalkedColumn;
  readonly value: string | Buffer;
}

/** The columns that hold something of them, with what stays. A row is looked at as one: e-mail and name are a pair. */
function changesOf(table: WalkedTable, row: Row, { erased, onText }: Walk): Changed[] {
  const told: (column: string) => OnText | undefined = (column) =>
    onText && ((text) => onText(text, { table: table.name, column, key: keyOf(table, row) }));
  const plain: Record<string, unknown> = {};
  const changed: Changed[] = [];
  for (const column of table.columns) {
    const value = row[column.name];
    if (value === null || value === undefined) continue;
    if (typeof value !== 'string') {
      const left = bytesWithout(value, erased, told(column.name));
      if (left !== value) changed.push({ column, value: left });
    } else if (column.type.startsWith('json') || column.type === 'text[]' || /^\s*[[{]/.test(value)) {
      const left = jsonOrTextWithout(value, erased, told(column.name));
      if (left !== value) changed.push({ column, value: left });
    } else plain[column.name] = value;
  }
  // What is told of a longer text comes column by column, since it says where.
  for (const [name, value] of Object.entries(plain)) eraseIn({ [name]: value }, erased, told(name));
  const left = eraseIn(plain, erased);
  for (const column of table.columns)
    if (left[column.name] !== plain[column.name]) changed.push({ column, value: left[column.name] as string });
  return changed;
}

const keyOf = ({ key }: WalkedTable, row: Row): TextPlace['key'] =>
  Object.fromEntries(key.map((name) => [name, String(row[name])]));

const written = ({ name, type }: WalkedColumn, parameter: number) =>
  type === 'text[]'
    ? `${escapeIdentifier(name)} = array(select json_array_elements_text($${parameter}::json))`
    : `${escapeIdentifier(name)} = $${parameter}::${type}`;

/** Writes what stays, unless somebody has written the row meanwhile; a row that is known by them goes. */
async function change(sql: Sql, table: WalkedTable, row: Row, changed: readonly Changed[], walk: Walk): Promise<void> {
  const here = `${escapeIdentifier(table.name)}`;
  const same = 'where ctid = $1::tid and xmin::text = $2';
  const goes = changed.some(({ column }) => column.isKey || walk.gone?.includes(column.name));
  const remove = () => sql.all(`delete from ${here} ${same}`, [row.ctid, row.xmin]);
  if (goes) return void (await remove());
  const set = changed.map(({ column }, index) => written(column, index + 3)).join(', ');
  const values = changed.map(({ value }) => value);
  await sql
    .all(`update ${here} set ${set} ${same}`, [row.ctid, row.xmin, ...values])
    .catch((error: { code?: unknown }) => {
      if (error.code !== uniqueViolation) throw error;
      return remove(); // the same thing of two erased people
    });
}

const uniqueViolation = '23505';
