import { cleaned } from '@academies/contracts';
import type { Column } from '../columns/column.ts';
import type { FileKind } from '../columns/file-kind.ts';

/** Where each column stands in a file; undefined for one that it may lack. */
export type Positions = ReadonlyMap<Column, number | undefined>;

/** Headings are compared without case, spaces around them and what nobody sees. */
const comparable = (heading: string): string => cleaned(heading).replace(/\s+/g, ' ').trim().toLowerCase();

/** Finds every column by one of its headings; of two with one heading the first counts. */
export function positionsIn(
  kind: Pick<FileKind<unknown>, 'columns'>,
  header: readonly string[],
): { positions: Positions; missing: string[] } {
  const known = new Map(header.map((name, index) => [comparable(name), index] as const).reverse());
  const positions = new Map<Column, number | undefined>();
  const missing: string[] = [];
  for (const column of kind.columns) {
    const at = column.headers.map((name) => known.get(comparable(name))).find((index) => index !== undefined);
    if (at === undefined && !column.optional) missing.push(column.headers.map((name) => `"${name}"`).join(' or '));
    else positions.set(column, at);
  }
  return { positions, missing };
}

/** Headings that no column has, and those of columns that the file has once more. */
export function leftIn(header: readonly string[], positions: Positions): { unknown: string[]; repeated: string[] } {
  const taken = new Set(positions.values());
  const known = new Set(header.filter((_, index) => taken.has(index)).map(comparable));
  const left = header.filter((heading, index) => heading.trim() !== '' && !taken.has(index));
  const isRepeated = (heading: string) => known.has(comparable(heading));
  return { unknown: left.filter((heading) => !isRepeated(heading)), repeated: left.filter(isRepeated) };
}
