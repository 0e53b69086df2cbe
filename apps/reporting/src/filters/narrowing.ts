import { comparable, type IsoDate } from '@academies/contracts';
import { escapeIdentifier as name, escapeLiteral as literal } from '@academies/database';
import type { Rows } from '../reports/report.ts';

/** Which rows, and in which order, in SQL over the narrow table, which is called `c`. It takes no parameters: neither does COPY. */
export interface Narrowing {
  readonly where: readonly string[];
  readonly order: readonly string[];
}

/** One that can be asked of any table with the columns of rows too: rows of the past have no narrow table (filters/past.ts). */
export interface Chosen extends Narrowing {
  readonly past: Narrowing & {
    /** The columns of rows that say whether a row is among them. */
    readonly behind: readonly string[];
  };
}

/** The rows of a report: what it names are columns of filters, and these hold what the file says. */
export const ofRows = (rows: Rows): string[] =>
  Object.entries(rows).map(([column, values]) =>
    'not' in values
      ? `c.${name(column)} <> ${literal(values.not)}`
      : `c.${name(column)} in (${(values as readonly string[]).map(literal).join(', ')})`,
  );

/** Rows with a date in a period, first and last day included. */
export const ofPeriod = (on: string, { from, to }: { from: IsoDate; to: IsoDate }): string =>
  `c.${name(on)} between ${literal(from)} and ${literal(to)}`;

/** The index of three letters finds nothing shorter. */
const shortest = 3;

/** What is searched for, word by word; empty when nothing that could be found was typed. */
export const wordsOf = (search: string): string[] => [...new Set(comparable(search).split(' ').filter(Boolean))];

/** Whether a search has a word that is long enough to be looked for. */
export const canBeFound = (words: readonly string[]): boolean => words.some((word) => word.length >= shortest);

/** Rows that have every word somewhere in their names, people and numbers. */
export const ofSearch = (words: readonly string[], text = 'c.words'): string[] =>
  words.map((word) => `${text} like ${literal(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)}`);

/** The narrowing as the end of a query over the narrow table. */
export const whereOf = ({ where }: Pick<Narrowing, 'where'>): string =>
  where.length > 0 ? `where ${where.join(' and ')}` : '';

/** The order of every file: rows need no other table than their own for it. */
export const usualOrder = ['c.significant_date', 'c.school_urn', 'c.project_reference'];

/** The narrowing as the end of a query over the table of rows: names of its columns mean its own, also beside the narrow table. */
export function narrowedRows({ where, order }: Narrowing, narrowTable: string): string {
  const narrow = `from ${narrowTable} c ${whereOf({ where })}`;
  if (order.join() === usualOrder.join()) {
    const narrowed = where.length > 0 ? `where project_reference in (select c.project_reference ${narrow}) ` : '';
    return `${narrowed}order by significant_date, school_urn, project_reference`;
  }
  const chosen = `select c.project_reference as chosen_row, row_number() over (order by ${order.join(', ')}) as chosen_place ${narrow}`;
  return `join (${chosen}) as chosen on chosen_row = project_reference order by chosen_place`;
}
