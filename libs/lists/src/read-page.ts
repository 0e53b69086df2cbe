import type { IsoDate } from '@academies/contracts';
import { pagesOf, type PagesOfList } from '@academies/web';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Groups, Order, Rows } from './list.ts';

/** Conditions with their parameters, on a day. */
export interface Conditions {
  readonly today: IsoDate;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What is read: rows under a condition, in an order, at the address whose URL says which page; `size` rows, unless 20. */
export interface PageAsked {
  readonly rows: Rows | Groups;
  readonly condition: Conditions;
  readonly order: Order;
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly size?: number | undefined;
  /** No more than so many are counted, or shown page by page. */
  readonly atMost?: number | undefined;
}

/** How many rows a list has, or one more than `atMost`. */
export async function countRows(
  em: EntityManager,
  rows: Rows | Groups,
  { sql: condition, parameters, today }: Conditions,
  atMost?: number,
): Promise<number> {
  const source = 'groups' in rows ? `(${rows.groups(condition, today)}) l` : `${rows.table} l where ${condition}`;
  const counted = atMost ? `(select from ${source} limit ${atMost + 1}) as few` : source;
  const [answer] = await sql<{ total: number }>(em, `select count(*)::int as total from ${counted}`, parameters);
  return answer?.total ?? 0;
}

/** A page of a list and where it stands among the others. */
export async function readPage<Row>(
  em: EntityManager,
  { rows, condition, order, query, path, size, atMost }: PageAsked,
): Promise<{ rows: Row[]; total: number; isMore: boolean; pages: PagesOfList }> {
  const counted = await countRows(em, rows, condition, atMost);
  const total = Math.min(counted, atMost ?? counted);
  const isMore = counted > total;
  const pages = pagesOf({ total, query, path, isMore, ...(size && { size }) });
  if (total === 0) return { rows: [], total, isMore, pages };
  const piece = pieceOf(order, isMore ? Infinity : total, pages);
  const read = `with page as (${pageOf(rows, condition, piece)}) ${rows.shown} order by ${order.by.join(', ')}`;
  return { rows: await sql<Row>(em, read, condition.parameters), total, isMore, pages };
}

/** The keys of a page come from an index where there is one, before anything is joined to them (docs/adr/007-lists.md). */
function pageOf(rows: Rows | Groups, condition: Conditions, piece: string): string {
  if ('groups' in rows) return `select l.* from (${rows.groups(condition.sql, condition.today)}) l ${piece}`;
  const { table, key } = rows;
  const keys = `select l.${key} from ${table} l where ${condition.sql} ${piece}`;
  return `select l.* from ${table} l join (${keys}) as keys using (${key})`;
}

/** A page of the second half is read from the end: PostgreSQL walks over every row that it leaves out. */
function pieceOf({ by }: Order, total: number, { offset, limit }: PagesOfList): string {
  const here = Math.min(limit, total - offset);
  return offset <= total / 2
    ? `order by ${by.join(', ')} limit ${here} offset ${offset}`
    : `order by ${by.map(turned).join(', ')} limit ${here} offset ${total - offset - here}`;
}

/** PostgreSQL takes nulls for larger than everything else, so that either direction of an index has them in its order. */
const turned = (by: string): string => (by.endsWith(' desc') ? by.slice(0, -' desc'.length) : `${by} desc`);
