import { InvalidError } from '@academies/contracts';
import { parse } from 'csv-parse/sync';
import type { FileKind } from '../columns/file-kind.ts';
import { type Lines, longest } from './lines.ts';
import { leftIn, type Positions, positionsIn } from './positions.ts';

type Kind = Pick<FileKind<unknown>, 'columns'>;

/** The headings of a file, and where its columns stand among them. */
export interface Heading {
  /** Headings that no column has. */
  readonly unknown: readonly string[];
  /** Headings of columns that stand there once more; the first counts. */
  readonly repeated: readonly string[];
  readonly width: number;
  readonly positions: Positions;
}

const cellsOf = (line: string, delimiter = ','): string[] =>
  (parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][])[0] ?? [];

/** Finds the columns in the first line, or says what the file has in its place. */
export function headingOf(kind: Kind, { texts: [first = '', ...next] }: Lines): Heading {
  if (first.length > longest) throw noHeading('its first line is longer than a mebibyte. Is it a CSV file?');
  const header = cellsOf(first);
  const { positions, missing } = positionsIn(kind, header);
  if (missing.length === 0) return { width: widthOf(header), positions, ...leftIn(header, positions) };
  const separated = otherSeparators.find(([sign]) => lacks(kind, cellsOf(first, sign)) < missing.length);
  if (separated) throw noHeading(`its columns are separated by ${separated[1]}. Save it with commas`);
  const heading = next.slice(0, 5).findIndex((line) => lacks(kind, cellsOf(line)) < missing.length);
  if (heading >= 0)
    throw noHeading(`it begins with a title: the headings are on line ${heading + 2}. Remove the lines before them`);
  throw new MissingColumns(missing);
}

const otherSeparators = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

/** Empty headings at the end belong to no column. */
const widthOf = (header: readonly string[]): number => header.findLastIndex((heading) => heading.trim() !== '') + 1;

const lacks = (kind: Kind, header: readonly string[]): number => positionsIn(kind, header).missing.length;

const noHeading = (what: string) => new InvalidError('IMPORT.NO_HEADING', what);

/** A file without all needed columns; nothing of it is taken. */
export class MissingColumns extends InvalidError {
  constructor(readonly missing: readonly string[]) {
    super(
      'IMPORT.COLUMN_MISSING',
      `${missing.length === 1 ? 'a column is' : 'columns are'} missing: ${missing.join(', ')}`,
    );
  }
}
