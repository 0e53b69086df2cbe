import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { workerData } from 'node:worker_threads';
import { type Row, rowsOfText } from './copied-text.ts';
import type { FileColumn } from './file-column.ts';
import { parquetOf } from './parquet.ts';
import { xlsxOf } from './xlsx.ts';

/** What the thread is given: which file, of which columns. */
export interface Work {
  readonly format: 'xlsx' | 'parquet';
  readonly columns: readonly FileColumn[];
}

const encoders: Record<
  Work['format'],
  (columns: readonly FileColumn[], rows: AsyncIterable<readonly Row[]>) => Readable
> = { xlsx: xlsxOf, parquet: parquetOf };

// A thread of its own: rows come in as COPY's text, the file goes out. It imports nothing that needs more than types taken off.
const { format, columns } = workerData as Work;
await pipeline(encoders[format](columns, rowsOfText(process.stdin)), process.stdout);
