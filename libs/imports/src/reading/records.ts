import { CsvError, parse } from 'csv-parse/sync';
import type { Lines } from './lines.ts';
import { RecordCutter, type RecordText } from './record-cutter.ts';

/** A record of a CSV file and the line on which it starts: its cells, or why it cannot be read. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; problem: string };

const options = { record_delimiter: '\n', relax_column_count: true };

/** The records of a file of `width` columns, many at a time. One that cannot be read is told, and the next ones follow. */
export async function* recordsOf(lines: AsyncIterable<Lines>, width: number): AsyncGenerator<CsvRecord[]> {
  const cutter = new RecordCutter((text) => readOne({ line: 0, text }, width).some((record) => 'cells' in record));
  for await (const some of lines) yield readAll(cutter.cut(some), width);
  yield readAll(cutter.end(), width);
}

/** All at once, since csv-parse costs much a call and little a record; when one of them is broken, each on its own. */
function readAll(records: RecordText[], width: number): CsvRecord[] {
  const filled = records.filter((record) => !('text' in record) || record.text !== '');
  const readable = filled.filter((record) => 'text' in record);
  const rows = parsed(readable.map(({ text }) => text).join('\n'));
  if (rows?.length !== readable.length)
    return filled.flatMap((record) => ('text' in record ? readOne(record, width) : [record]));
  let next = 0;
  return filled.flatMap((record) =>
    'text' in record ? fitted(record.line, rows[next++] as string[], width) : [record],
  );
}

function readOne({ line, text }: { line: number; text: string }, width: number): CsvRecord[] {
  const rows = parsed(text);
  if (rows?.length !== 1) return [{ line, problem: 'a quote stands where none may stand' }];
  return fitted(line, rows[0] as string[], width);
}

function parsed(text: string): string[][] | undefined {
  try {
    return parse(text, options);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Spreadsheets leave empty columns at the end of rows, and lines of commas only. */
function fitted(line: number, cells: string[], width: number): CsvRecord[] {
  if (cells.length === width && cells[0] !== '') return [{ line, cells }];
  const isBlank = (some: readonly string[]) => some.every((cell) => cell.trim() === '');
  if (isBlank(cells)) return [];
  if (cells.length < width || !isBlank(cells.slice(width)))
    return [{ line, problem: `it has ${cells.length} columns and the header has ${width}` }];
  return [{ line, cells: cells.slice(0, width) }];
}
