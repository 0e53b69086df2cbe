import { CsvError, parse } from 'csv-parse/sync';
import type { Line } from './lines.ts';
import { recordTexts, type RecordText } from './record-texts.ts';

/** A record of a CSV file and the line on which it starts: its cells, or why it cannot be read. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; problem: string };

/** csv-parse costs much a call and little a record. */
const batchSize = 500;
const options = { record_delimiter: '\n' };

/** The records of a file of `width` columns. One that cannot be read is told, and the next ones follow. */
export async function* recordsOf(lines: AsyncIterable<Line>, width: number): AsyncGenerator<CsvRecord> {
  let batch: RecordText[] = [];
  for await (const record of recordTexts(lines, (text) => 'cells' in readOne({ line: 0, text }, width))) {
    if ('text' in record && record.text === '') continue;
    batch.push(record);
    if (batch.length < batchSize) continue;
    yield* readBatch(batch, width);
    batch = [];
  }
  yield* readBatch(batch, width);
}

/** All at once; when one of them is broken, each on its own. */
function readBatch(batch: RecordText[], width: number): CsvRecord[] {
  if (batch.every((record) => 'text' in record)) {
    try {
      const rows: string[][] = parse(batch.map(({ text }) => text).join('\n'), options);
      if (rows.length === batch.length && rows[0]?.length === width) {
        return rows.map((cells, index) => ({ line: (batch[index] as RecordText).line, cells }));
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  }
  return batch.map((record) => ('text' in record ? readOne(record, width) : record));
}

function readOne({ line, text }: { line: number; text: string }, width: number): CsvRecord {
  try {
    const [cells = []] = parse(text, options) as string[][];
    if (cells.length === width) return { line, cells };
    return { line, problem: `it has ${cells.length} columns and the header has ${width}` };
  } catch (error) {
    if (error instanceof CsvError) return { line, problem: 'a quote stands where none may stand' };
    throw error;
  }
}
