import { daysAfter, type IsoDate } from '@academies/contracts';
import { written } from '../columns/cell.ts';
import type { Column } from '../columns/column.ts';
import type { RowFacts } from '../rows/row-facts.ts';

/** How much a finding matters: it holds back money or a letter, or somebody should look at it. */
export const levels = ['stops money', 'needs a look'] as const;
export type Level = (typeof levels)[number];

/** A row as rules see it: what is known of it, and its cells by the names of their columns. */
export interface RuledRow {
  readonly facts: RowFacts;
  readonly cell: (column: string) => string | null;
  /** All cells, in the order of the columns. */
  readonly cells: readonly (string | null)[];
}

/** Who can mend what a rule finds, and where. */
export interface Mender {
  readonly who: string;
  /** The address of the page that mends it; null where there is none yet. */
  readonly page: (facts: RowFacts) => string | null;
}

interface Named {
  readonly name: string;
  /** What is wrong, in a few words for a list. */
  readonly title: string;
  readonly level: Level;
  /** What the finding is about: setting it aside holds until one of them says something else. */
  readonly columns: readonly string[];
  readonly mend: Mender;
}

/** A rule about one row. */
export interface Rule extends Named {
  /** What is found, in a sentence; undefined when nothing is. */
  readonly finds: (row: RuledRow) => string | undefined;
  /** The day from which it counts, since nobody need have mended it earlier; without one, from the first day. */
  readonly from?: (row: RuledRow) => IsoDate | null;
}

/** A rule about several rows: those that agree in all of its columns look like one. */
export interface AlikeRule extends Named {
  readonly finding: string;
}

/** A finding about a row, as it is kept until the row says something else. */
export interface Finding {
  readonly rule: string;
  readonly words: string;
  /** The day from which it counts; null from the first day. */
  readonly from: IsoDate | null;
  readonly mendAt: string | null;
}

const endedInPrepare = ['declined', 'withdrawn', 'dao_revoked'];

/** Does anybody still work on it? What has ended has no findings: nobody would mend them. */
export const isAlive = ({ completeState, complete, prepared }: RowFacts): boolean =>
  complete
    ? completeState === 'inactive' || completeState === 'active'
    : prepared !== null && !endedInPrepare.includes(prepared.status);

/** What the rules find in a row. */
export function findingsIn(row: RuledRow, rules: readonly Rule[]): Finding[] {
  if (!isAlive(row.facts)) return [];
  return rules.flatMap((rule) => {
    const words = rule.finds(row);
    return words ? [{ rule: rule.name, words, from: rule.from?.(row) ?? null, mendAt: rule.mend.page(row.facts) }] : [];
  });
}

/** A row as rules see it, with the cells that these columns make of the facts. */
export function ruledRow(facts: RowFacts, cells: readonly (string | null)[], columns: readonly Column[]): RuledRow {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  return { facts, cells, cell: (name) => cells[places.get(name) ?? -1] ?? null };
}

/** The same, with cells made for the occasion. */
export const rowOf = (facts: RowFacts, columns: readonly Column[]): RuledRow =>
  ruledRow(
    facts,
    columns.map(({ cell }) => written(cell(facts))),
    columns,
  );

/** So many whole months before a first of a month, as conversion and transfer dates are. */
export function monthsBefore(date: IsoDate | null, months: number): IsoDate | null {
  if (date === null) return null;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
}

/** So many working days after a day: Saturdays and Sundays do not count, bank holidays do. */
export function workingDaysAfter(day: IsoDate, days: number): IsoDate {
  let at = day;
  for (let left = days; left > 0;) {
    at = daysAfter(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
