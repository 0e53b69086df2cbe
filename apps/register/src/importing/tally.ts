import type { Sifted } from './sift-rows.ts';

type Fate = Sifted<unknown>['fate'];

/** What has become of the rows of a file, and how many known ones it lacks. */
export interface Tally {
  readonly name: string;
  readonly rows: Record<Fate, number>;
  /** Cells that could not be read, of rows that were taken. */
  unknown: number;
  missing: number;
}

export const emptyTally = (name: string): Tally => ({
  name,
  rows: { created: 0, changed: 0, unchanged: 0, bad: 0, left: 0 },
  unknown: 0,
  missing: 0,
});

export const rowsRead = ({ rows }: Tally): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

const figure = (count: number): string => count.toLocaleString('en-GB');

/** The tally in one line for a person. */
export const summaryOf = (tally: Tally): string => {
  const { created, changed, unchanged, bad, left } = tally.rows;
  return (
    `${tally.name}: ${figure(rowsRead(tally))} rows read: ${figure(created)} new, ${figure(changed)} changed, ` +
    `${figure(unchanged)} unchanged, ${figure(bad)} bad, ${figure(tally.unknown)} cells unknown, ${figure(tally.missing)} missing` +
    (left > 0 ? `, ${figure(left)} groups that are no trusts` : '')
  );
};

/** How far a file is, in one line. */
export const progressOf = (tally: Tally): string =>
  `${tally.name}: ${figure(rowsRead(tally))} rows read, ${figure(tally.rows.created + tally.rows.changed)} new or changed`;
