import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import exceljs from 'exceljs';
import type { FileColumn } from './file-column.ts';
import type { Work } from './format.worker.ts';
import { inWorker } from './in-worker.ts';

const columns: readonly FileColumn[] = [
  { name: 'id', heading: 'Id', kind: 'identifier', words: [] },
  { name: 'day', heading: 'Day', kind: 'date', words: ['unconfirmed'] },
];
const made = (format: Work['format'], ...chunks: string[]): Promise<Buffer> => {
  const stream = inWorker({ format, columns });
  const bytes = buffer(stream);
  return Promise.all([pipeline(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), stream), bytes]).then(
    ([, whole]) => whole,
  );
};

describe('A file that is made in a thread of its own', () => {
  it('is whole, wherever the rows break', async () => {
    const workbook = new exceljs.Workbook();
    const bytes = await made('xlsx', '0042\t2027-', '04-01\n007\tuncon', 'firmed\n');
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(2).values).toEqual([undefined, '0042', new Date('2027-04-01')]);
    expect(sheet?.getRow(3).values).toEqual([undefined, '007', 'unconfirmed']);
  });

  it.each(['xlsx', 'parquet'] as const)('fails when its rows end in the middle of one: %s', (format) =>
    expect(made(format, '0042\t2027-04-01\n007')).rejects.toThrow('middle of a row'),
  );
});
