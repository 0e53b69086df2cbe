import { InvalidError } from '@academies/contracts';
import type { Column, FileKind } from '../files/column.ts';

/** Where each needed column stands in a file. */
export type Positions = ReadonlyMap<Column, number>;

/** Headers are compared without case and outer spaces. */
const comparable = (header: string): string => header.trim().toLowerCase();

/** Finds every needed column by one of its headers, or names all that are missing. */
export function positionsIn(kind: Pick<FileKind<unknown>, 'columns'>, header: readonly string[]): Positions {
  const known = new Map(header.map((name, index) => [comparable(name), index] as const).reverse());
  const found = new Map<Column, number>();
  const missing: string[] = [];
  for (const column of kind.columns) {
    const at = column.headers.map((name) => known.get(comparable(name))).find((index) => index !== undefined);
    if (at === undefined) missing.push(column.headers.map((name) => `"${name}"`).join(' or '));
    else found.set(column, at);
  }
  if (missing.length > 0) throw new MissingColumns(missing);
  return found;
}

/** A file without all needed columns; nothing of it is taken. */
export class MissingColumns extends InvalidError {
  constructor(readonly missing: readonly string[]) {
    super(
      'REGISTER.COLUMN_MISSING',
      `${missing.length === 1 ? 'a column is' : 'columns are'} missing: ${missing.join(', ')}`,
    );
  }
}
