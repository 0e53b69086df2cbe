import { createArrayCsvStringifier } from 'csv-writer';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { text, written } from '../columns/cell.ts';
import { RecordEnds } from './record-ends.ts';

type Record = readonly (string | null)[];

/** As COPY writes CSV: quotes where needed, blank is nothing, records end with LF. */
const asCopied = (records: readonly Record[]): string =>
  records
    .map(
      (cells) =>
        cells
          .map((cell) => (cell === null ? '' : /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(',') + '\n',
    )
    .join('');

const ended = async (bytes: Buffer, at: readonly number[]): Promise<Buffer> => {
  const cuts = [0, ...at.map((one) => one % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const chunks = cuts
    .slice(1)
    .map((cut, index) => bytes.subarray(cuts[index], cut))
    .filter(({ length }) => length > 0);
  return Buffer.concat(await Readable.from(chunks).pipe(new RecordEnds()).toArray());
};

const cells = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'",\n\r=+-@\t; '), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  })
  .map((value) => written(text(value)));
const table = fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe('The end of a record', () => {
  it("makes COPY's bytes those of csv-writer, whatever is in the cells and wherever chunks break", () =>
    fc.assert(
      fc.asyncProperty(table, fc.array(fc.nat()), async (records, cuts) => {
        const oracle = createArrayCsvStringifier({ header: [], recordDelimiter: '\r\n' }).stringifyRecords(
          records as string[][],
        );
        expect((await ended(Buffer.from(asCopied(records)), cuts)).toString()).toBe(oracle);
      }),
    ));

  it('is read back as the cells that were written', () =>
    fc.assert(
      fc.asyncProperty(table, async (records) => {
        const file = await ended(Buffer.from(asCopied(records)), []);
        expect(parse(file, { record_delimiter: '\r\n' })).toEqual(
          records.map((each) => each.map((cell) => cell ?? '')),
        );
      }),
    ));

  it('counts records, not lines', async () => {
    const ends = new RecordEnds();
    await Readable.from([Buffer.from('a,"b\n'), Buffer.from('c"\nd,e\n')])
      .pipe(ends)
      .toArray();
    expect(ends.records).toBe(2);
  });
});
