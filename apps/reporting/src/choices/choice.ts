import type { IsoDate, Problem } from '@academies/contracts';
import { columnNames, columns } from '../columns/columns.ts';
import { inAddress } from '../filters/filter.ts';
import { filters } from '../filters/filters.table.ts';
import { isPeriodName, lastDayOf, type Months, namedPeriods, type PeriodName } from '../filters/named-periods.ts';
import { dateColumns } from '../filters/narrow-row.ts';
import { canBeFound, type Chosen, ofPeriod, ofSearch, wordsOf } from '../filters/narrowing.ts';
import { alsoInPast } from '../filters/past.ts';
import { firstOrder, orderNamed, orders } from './orders.table.ts';

/** A choice of rows and columns that somebody makes for themselves; it lives in the address of its page and of its file. */
export interface Choice {
  /** Names of the dictionary, in the order of the file; none are all of them. */
  readonly columns: readonly string[];
  /** By the name of a filter: its values as they stand in the address. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly search: string;
  /** The date column that the period is about. */
  readonly on: string;
  readonly period: PeriodName | Months | null;
  /** Names of orders, a minus before those that are turned. */
  readonly order: readonly string[];
}

export type Query = Readonly<Record<string, unknown>>;

/** Columns by group, each group called as in an address: `incoming-trust`. */
export const groupsOfColumns: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(columns.map(({ group }) => group))].map((group) => [
    inAddress(group),
    columns.filter((column) => column.group === group).map(({ name }) => name),
  ]),
);

const own = ['columns', 'search', 'period', 'from', 'to', 'on', 'order'];
/** Everything that the address of a choice can say. */
export const parametersOfChoice: readonly string[] = [...own, ...filters.map(({ name }) => name)];

/** What the address says under a name: several values with commas, or the name given again. */
export const said = (query: Query, name: string): string[] => {
  const given = [query[name] ?? []].flat(2).filter((value): value is string => typeof value === 'string');
  return [...new Set(given.flatMap((value) => value.split(',')).map((value) => value.trim()))].filter(Boolean);
};

/** Reads a choice out of an address. What is wrong with it is told all at once, a message each; `also` are names that others read. */
export function readChoice(query: Query, also: readonly string[] = []): { choice: Choice; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => void problems.push({ field, message });
  for (const name of Object.keys(query))
    if (!parametersOfChoice.includes(name) && !also.includes(name)) wrong('', `${cut(name)} is not known here`);
  const one = (name: string) => said(query, name)[0] ?? '';
  const chosen = said(query, 'columns').flatMap((name) => groupsOfColumns.get(name) ?? [name]);
  const noColumns = chosen.filter((name) => !columnNames.includes(name));
  if (noColumns.length > 0) wrong('columns', `There is no column called ${quoted(noColumns)}`);
  const kept = filters.flatMap((filter) => {
    const values = said(query, filter.name);
    const others = values.filter((value) => filter.reads(value) === undefined);
    if (others.length > 0)
      wrong(filter.name, `${filter.label}: ${quoted(others)} cannot be meant. Use ${filter.takes}`);
    const meant = values.filter((value) => !others.includes(value));
    return meant.length > 0 ? [[filter.name, meant] as const] : [];
  });
  const order = said(query, 'order');
  const noOrders = order.filter((name) => !orderNamed(name));
  if (noOrders.length > 0)
    wrong('order', `Rows cannot be ordered by ${quoted(noOrders)}. Use ${orders.map(({ name }) => name).join(', ')}`);
  const search = [query['search'] ?? ''].flat()[0];
  const words = typeof search === 'string' ? search.replaceAll('\0', '').trim().slice(0, 200) : '';
  if (words !== '' && !canBeFound(wordsOf(words)))
    wrong('search', 'Search for a word or number of at least three signs');
  const on = one('on') || firstOrder;
  if (!dateColumns.some(({ name }) => name === on)) wrong('on', `${quoted([on])} is not a column with dates`);
  const period = periodOf({ period: one('period'), from: one('from'), to: one('to') }, wrong);
  const choice = {
    columns: [...new Set(chosen.filter((name) => !noColumns.includes(name)))],
    filters: Object.fromEntries(kept),
    search: words,
    on,
    period,
    order: order.filter((name) => orderNamed(name)),
  };
  return { choice, problems };
}

const cut = (text: string): string => text.slice(0, 60);
const quoted = (values: readonly string[]): string => values.map((value) => `“${cut(value)}”`).join(', ');

const month = /^(20\d\d|21\d\d)-(0[1-9]|1[0-2])$/;

function periodOf(
  { period, from, to }: { period: string; from: string; to: string },
  wrong: (field: string, message: string) => void,
): Choice['period'] {
  if (period && (from || to)) wrong('period', 'Choose either a period or the months from and to, not both');
  else if (period && !isPeriodName(period))
    wrong('period', `The period ${quoted([period])} is not known. Use ${Object.keys(namedPeriods).join(', ')}`);
  else if (isPeriodName(period)) return period;
  if (!from && !to) return null;
  const [first, last] = [month.test(from), month.test(to)];
  if (!first) wrong('from', 'The first month must be a real month from 2000 to 2199, like 2027-04');
  if (!last) wrong('to', 'The last month must be a real month from 2000 to 2199, like 2027-04');
  if (first && last && from > to) wrong('to', 'The last month must be the same as or after the first month');
  return first && last && from <= to ? { from, to } : null;
}

/** The choice as an address says it: short, readable, and the same for the same choice. Starts with `?`, or is empty. */
export function addressOf({ columns: chosen, filters: by, search, on, period, order }: Choice): string {
  const months = typeof period === 'string' ? { period } : (period ?? {});
  const parts: [string, string][] = [
    ...filters.flatMap(({ name }) => (by[name] ? [[name, by[name].join(',')] as [string, string]] : [])),
    ...(search ? [['search', search] as [string, string]] : []),
    ...(period && on !== firstOrder ? [['on', on] as [string, string]] : []),
    ...Object.entries(months),
    ...(order.length > 0 ? [['order', order.join(',')] as [string, string]] : []),
    ...(chosen.length > 0 ? [['columns', shortened(chosen).join(',')] as [string, string]] : []),
  ];
  const query = parts.map(([name, value]) => `${name}=${readable(value)}`).join('&');
  return query && `?${query}`;
}

const readable = (value: string): string =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%40', '@').replaceAll('%20', '+');

/** A whole group in its own order is said by its name. */
function shortened(chosen: readonly string[]): string[] {
  const [first] = chosen;
  if (first === undefined) return [];
  const whole = [...groupsOfColumns].find(([, names]) => names.every((name, place) => chosen[place] === name));
  return whole ? [whole[0], ...shortened(chosen.slice(whole[1].length))] : [first, ...shortened(chosen.slice(1))];
}

/** The months of a choice on a day. */
export const monthsOf = ({ period }: Choice, today: IsoDate): Months | undefined =>
  typeof period === 'string' ? namedPeriods[period].months(today) : (period ?? undefined);

/** Which rows a choice has on a day, and in which order: ties as in every file. */
export function narrowingOf(choice: Choice, today: IsoDate): Chosen {
  const months = monthsOf(choice, today);
  const by = filters.flatMap(({ name, reads, narrows }) => {
    const values = (choice.filters[name] ?? []).map(reads).filter((value) => value !== undefined);
    return values.length > 0 ? [narrows(values)] : [];
  });
  const order = (choice.order.length > 0 ? choice.order : [firstOrder]).map(orderNamed);
  return alsoInPast({
    where: [
      ...by,
      ...ofSearch(wordsOf(choice.search)),
      ...(months ? [ofPeriod(choice.on, { from: `${months.from}-01`, to: lastDayOf(months.to) })] : []),
    ],
    order: [
      ...order.flatMap((each) => (each ? [`c.${each.column}${each.turned ? ' desc' : ''}`] : [])),
      'c.school_urn',
      'c.project_reference',
    ],
  });
}

/** The columns of a choice, in the order of its file. */
export const columnsOf = ({ columns: chosen }: Choice) =>
  (chosen.length > 0 ? chosen : columnNames).map((name) => ({ name, heading: headings.get(name) as string }));

const headings = new Map(columns.map(({ name, heading }) => [name, heading]));
