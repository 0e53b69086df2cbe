/** What kind of value a column holds; what each means to a program stands with the files (docs/domain/readers.md). */
export const kinds = {
  identifier: 'identifier: text, also where it looks like a number',
  date: 'date, YYYY-MM-DD',
  money: 'pounds and pence',
  count: 'whole number',
  percentage: 'percentage',
  'yes or no': 'yes or no',
  link: 'address of a page',
  text: 'text',
  list: 'several texts, joined with `; `',
} as const;
export type ColumnKind = keyof typeof kinds;

/** What a cell of a column can say: in words, of which kind its values are, and which words may stand in place of one. */
export interface Format {
  readonly says: string;
  readonly kind: ColumnKind;
  readonly words: readonly string[];
}

const standing = ['unconfirmed', 'unassigned', 'not applicable'];

/** The words that may stand in place of a value are those of `standing` that the sentence names, and what else is given. */
export const format = (kind: ColumnKind, says: string, more: readonly string[] = []): Format => ({
  says,
  kind,
  words: [...standing.filter((word) => says.includes(`\`${word}\``)), ...more],
});

/** Kinds whose cells are never defended against spreadsheets: none of them can begin like a formula. */
export const isNeverDefended = (kind: ColumnKind): boolean =>
  ['date', 'money', 'count', 'percentage', 'yes or no'].includes(kind);
