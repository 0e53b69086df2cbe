import { escapeIdentifier as name } from '@academies/database';
import type { NarrowColumn } from './filter.ts';
import type { Chosen, Narrowing } from './narrowing.ts';
import { narrowColumns } from './narrow-row.ts';

/** The columns of the narrow table that these parts of a query look at. */
const lookedAt = (parts: readonly string[]): readonly NarrowColumn[] =>
  narrowColumns.filter(({ name: column }) => parts.some((part) => new RegExp(`\\bc\\."?${column}\\b`).test(part)));

/** The narrow row of the row at hand, as far as it is looked at. */
const narrowOf = (parts: readonly string[]): string =>
  `(select ${lookedAt(parts)
    .map(({ name: column, sql }) => `${sql} as ${name(column)}`)
    .join(', ')}) as c`;

/** The key stands in every row itself. */
const key = 'c.project_reference';

/** What puts rows in order, made of the row at hand. */
function orderedBy(order: string): string {
  const [column = '', turned] = order.split(' ');
  if (column === key) return 'project_reference';
  return `(select ${column} from ${narrowOf([column])})${turned ? ` ${turned}` : ''}`;
}

/** The columns of rows that narrow columns are made of. */
function cellsBehind(where: readonly string[]): string[] {
  const cells = new Set<string>();
  for (const { value } of lookedAt(where)) value((column) => (cells.add(column), null));
  return [...cells];
}

/** A narrowing with what it is on rows that have no narrow table: each condition and order made of the cells themselves. */
export const alsoInPast = ({ where, order }: Narrowing): Chosen => ({
  where,
  order,
  past: {
    where: where.length > 0 ? [`exists (select from ${narrowOf(where)} where ${where.join(' and ')})`] : [],
    order: order.map(orderedBy),
    behind: cellsBehind(where),
  },
});
