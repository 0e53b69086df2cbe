/** What has become of the rows of a file. */
export interface Tally {
  readonly name: string;
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  /** Groups that are no trusts. */
  left: number;
  bad: number;
  /** Known from an earlier file and not in this one. */
  missing: number;
}

export const emptyTally = (name: string): Tally => ({
  name,
  read: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  left: 0,
  bad: 0,
  missing: 0,
});

const figure = (count: number): string => count.toLocaleString('en-GB');

/** The tally in one line for a person. */
export const summaryOf = ({ name, read, created, changed, unchanged, left, bad, missing }: Tally): string =>
  `${name}: ${figure(read)} rows read: ${figure(created)} new, ${figure(changed)} changed, ${figure(unchanged)} unchanged, ` +
  `${figure(bad)} bad, ${figure(missing)} missing${left > 0 ? `, ${figure(left)} other groups` : ''}`;

/** How far a file is, in one line. */
export const progressOf = ({ name, read, created, changed }: Tally): string =>
  `${name}: ${figure(read)} rows read, ${figure(created + changed)} new or changed`;
