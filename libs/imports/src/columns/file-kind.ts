import type { Column } from './column.ts';

/** One of the files that people import: what it is called, what a row of it becomes. */
export interface FileKind<State, Name extends string = string> {
  readonly name: Name;
  /** What one row and many rows are, in messages. */
  readonly words: { readonly one: string; readonly many: string };
  readonly columns: readonly Column[];
  /** The column whose value is the key. */
  readonly key: string;
  /** Which rows are ours, by one of their cells; others are left out without being bad. */
  readonly concerns?: { readonly header: string; readonly takes: (cell: string) => boolean };
  /** The last touch, where one column's meaning depends on another. */
  readonly finish?: (state: State) => State;
  /** What is odd about a row that is taken all the same. */
  readonly oddities?: (state: State) => string[];
}
