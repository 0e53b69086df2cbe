import type { ColumnKind } from '../columns/format.ts';

/** A column of a file: under which heading, of which kind, and which words may stand in place of a value. */
export interface FileColumn {
  readonly name: string;
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly words: readonly string[];
}
