import type { Kind } from '@academies/contracts';
import type { RowFacts } from '../rows/row-facts.ts';
import { type Cell, none } from './cell.ts';
import { type ColumnKind, format, type Format } from './format.ts';

/** What a column says of itself (docs/reference/columns.csv is made of it). `meaning` is a sentence for those who use the file. */
export interface ColumnWords {
  readonly heading: string;
  readonly meaning: string;
  readonly source: string;
  readonly format: string;
  readonly kind: ColumnKind;
  /** What may stand in place of a value. */
  readonly words: readonly string[];
}

/** One column: name, words, and the cell that a project's facts make. */
export interface Column extends ColumnWords {
  readonly name: string;
  readonly group: string;
  readonly cell: (facts: RowFacts) => Cell;
}

interface ColumnTable extends Pick<ColumnWords, 'heading' | 'meaning' | 'source'> {
  /** Words alone say that it is text. */
  readonly format: string | Format;
  /** A column that belongs to one kind of project is blank for the other. */
  readonly of?: Kind;
  readonly cell: (facts: RowFacts) => Cell;
}

/** Defines one column; its group is the file that lists it. */
export const column = (name: string, { of, cell, format: said, ...words }: ColumnTable): Omit<Column, 'group'> => {
  const { says, ...kind } = typeof said === 'string' ? format('text', said) : said;
  return { name, ...words, format: says, ...kind, cell: ofKind(of, cell) };
};

const ofKind = (of: Kind | undefined, cell: Column['cell']): Column['cell'] =>
  of ? (facts) => (facts.project.kind === of ? cell(facts) : none) : cell;

/** Puts columns, in their order, under one heading of the dictionary. */
export const group = (name: string, columns: readonly Omit<Column, 'group'>[]): readonly Column[] =>
  columns.map((each) => ({ ...each, group: name }));
