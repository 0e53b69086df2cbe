import { escapeIdentifier as name, escapeLiteral as literal } from '@academies/database';
import { columnNamed } from '../columns/columns.ts';

/** The cell of a row in the column of that name. */
export type CellIn = (column: string) => string | null;

/** A column of the narrow table beside the rows, which filters, orders and searches read (`row_choice`). */
export interface NarrowColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'text[]';
  /** Whether its values are listed, or few rows of many have one of them. */
  readonly indexed?: boolean;
  /** Null where there is nothing that could be looked for. */
  readonly value: (cell: CellIn) => string | readonly string[] | null;
  /** The same in SQL over the columns of rows: a row of the past has no narrow row. */
  readonly sql: string;
}

/** What a filter offers: the value in the address, what the narrow column holds, and the words of the page. */
export interface Offered {
  readonly value: string;
  readonly holds: string;
  readonly text: string;
}

/** One filter of an own choice; its name and its values stand in the address. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly column: NarrowColumn;
  /** A closed list; without one the values are those that the rows have, or that somebody types. */
  readonly offers?: readonly Offered[];
  /** The column of the dictionary whose cell names a value to people, where the value itself does not: a name for an e-mail address. */
  readonly named?: string;
  /** What the narrow column holds of a value in the address; undefined where it cannot be meant. */
  readonly reads: (value: string) => string | undefined;
  /** What may be asked, for whoever asked for something else. */
  readonly takes: string;
  /** The condition that one of these values holds. */
  readonly narrows: (values: readonly string[]) => string;
}

/** A word as it stands in an address: `DAO revoked` is `dao-revoked`. */
export const inAddress = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** A cell as it stands in the file. */
const asInFile = (column: string): NarrowColumn => ({
  name: columnNamed(column).name,
  type: 'text',
  value: (cell) => cell(column),
  sql: name(column),
});

const isOneOf =
  (column: string) =>
  (values: readonly string[]): string =>
    `c.${name(column)} in (${values.map(literal).join(', ')})`;

const hasOneOf =
  (column: string) =>
  (values: readonly string[]): string =>
    `c.${name(column)} && array[${values.map(literal).join(', ')}]::text[]`;

interface Words {
  readonly label: string;
  readonly hint?: string;
}

/** A filter of a closed list of words: those of the cells, or a table from the address to what the narrow column holds. */
export function oneOf(
  filterName: string,
  {
    column,
    words,
    ...said
  }: Words & {
    readonly column: string | NarrowColumn;
    readonly words: readonly string[] | Readonly<Record<string, readonly [holds: string, text: string]>>;
  },
): Filter {
  const narrow = typeof column === 'string' ? asInFile(column) : column;
  const offers: readonly Offered[] = Array.isArray(words)
    ? words.map((word: string) => ({ value: inAddress(word), holds: word, text: capitalised(word) }))
    : Object.entries(words as Readonly<Record<string, readonly [string, string]>>).map(([value, [holds, text]]) => ({
        value,
        holds,
        text,
      }));
  return {
    name: filterName,
    ...said,
    column: narrow,
    offers,
    reads: (value) => offers.find((offered) => offered.value === value)?.holds,
    takes: offers.map(({ value }) => value).join(', '),
    narrows: isOneOf(narrow.name),
  };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A filter of values that the rows have, of this shape: codes, references, e-mail addresses. */
export const anyOf = (
  filterName: string,
  {
    column,
    shape,
    ...said
  }: Words & {
    readonly column: string | NarrowColumn;
    readonly shape: RegExp;
    readonly takes: string;
    readonly named?: string;
  },
): Filter => {
  const narrow = typeof column === 'string' ? { ...asInFile(column), indexed: true } : column;
  return {
    name: filterName,
    ...said,
    column: narrow,
    reads: (value) => (shape.test(value) ? value : undefined),
    narrows: (narrow.type === 'text[]' ? hasOneOf : isOneOf)(narrow.name),
  };
};
