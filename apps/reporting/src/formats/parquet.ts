import { Readable } from 'node:stream';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Row } from './copied-text.ts';
import type { FileColumn } from './file-column.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** So many rows are in memory at once. */
const rowsAGroup = 10_000;

/** How a kind is kept, and what its text is then; text itself needs nothing. */
interface Kept {
  readonly element: Omit<SchemaElement, 'name'>;
  readonly value?: (text: string) => unknown;
}

const text: Kept = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } };
/** Pence as a whole number: floating point cannot hold every amount. */
const pence = (amount: string): bigint => {
  const [pounds = '0', parts = ''] = amount.split('.');
  return BigInt(pounds + parts.padEnd(2, '0'));
};
const decimal: Kept = {
  element: { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 },
  value: pence,
};

const kept: Readonly<Record<FileColumn['kind'], Kept>> = {
  identifier: text,
  date: { element: { type: 'INT32', converted_type: 'DATE' }, value: (day) => new Date(`${day}T00:00:00Z`) },
  money: decimal,
  count: { element: { type: 'INT32' }, value: Number },
  percentage: decimal,
  'yes or no': { element: { type: 'BOOLEAN' }, value: (answer) => answer === 'yes' },
  link: text,
  text,
  list: text,
};

/** A column of the file: its name, how it is kept, and what it takes of a row. */
interface Written extends Kept {
  readonly name: string;
  readonly of: (row: Row) => unknown;
}

/** A column is typed, null where the cell says a word, and the word stands in `NAME_word` beside it (docs/domain/reporting.md, "File"). */
const writtenAs = ({ name, kind, words }: FileColumn, at: number): Written[] => {
  const { element, value = (cell: string): unknown => cell } = kept[kind];
  const isWord = new Set(words);
  const cell = (row: Row) => row[at] ?? null;
  const typed = (row: Row) => {
    const said = cell(row);
    return said === null || isWord.has(said) ? null : value(said);
  };
  if (words.length === 0) return [{ name, element, of: typed }];
  const word = (row: Row) => (isWord.has(cell(row) ?? '') ? cell(row) : null);
  return [
    { name, element, of: typed },
    { name: `${name}_word`, ...text, of: word },
  ];
};

/** The bytes of a Parquet file, a group of rows at a time. */
export const parquetOf = (columns: readonly FileColumn[], rows: AsyncIterable<readonly Row[]>): Readable =>
  Readable.from(groups(columns.flatMap(writtenAs), rows), { objectMode: false });

async function* groups(columns: readonly Written[], rows: AsyncIterable<readonly Row[]>): AsyncGenerator<Buffer> {
  const bytes = new ByteWriter();
  const taken = (): Buffer => {
    const taken = Buffer.from(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0;
    return taken;
  };
  const schema: SchemaElement[] = [
    { name: 'projects', num_children: columns.length },
    ...columns.map(({ name, element }): SchemaElement => ({ name, ...element, repetition_type: 'OPTIONAL' })),
  ];
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'Academies Reporting' });
  const group = (part: readonly Row[]) =>
    file.write({
      columnData: columns.map(({ name, of }) => ({ name, data: part.map(of) })),
      rowGroupSize: rowsAGroup,
    });
  let waiting: Row[] = [];
  for await (const batch of rows) {
    waiting = waiting.concat(batch);
    if (waiting.length < rowsAGroup) continue;
    await group(waiting.slice(0, rowsAGroup));
    waiting = waiting.slice(rowsAGroup);
    yield taken();
  }
  if (waiting.length > 0) await group(waiting);
  await file.finish();
  yield taken();
}
