import { createArrayCsvStringifier } from 'csv-writer';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { text, written } from '../columns/cell.ts';
import { CopiedLines, RecordEnds } from './copied-rows.ts';

/** As COPY writes one text column in binary. */
function inBinary(lines: readonly string[]): Buffer {
  const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
  const tuples = lines.flatMap((line) => {
    const bytes = Buffer.from(line);
    const frame = Buffer.alloc(6);
    frame.writeInt16BE(1);
    frame.writeInt32BE(bytes.length, 2);
    return [frame, bytes];
  });
  return Buffer.concat([header, ...tuples, Buffer.from([0xff, 0xff])]);
}

function inChunks(bytes: Buffer, at: readonly number[]): Readable {
  const cuts = [0, ...at.map((one) => one % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return Readable.from(
    cuts
      .slice(1)
      .map((cut, index) => bytes.subarray(cuts[index], cut))
      .filter(({ length }) => length > 0),
  );
}

const line = fc.string({ unit: 'binary' }).map((text) => `${text.toWellFormed()}\r\n`);

describe('Lines that PostgreSQL copies', () => {
  it('come out as they are, wherever chunks break, and are counted', () =>
    fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
        const copied = new CopiedLines();
        const out = Buffer.concat(await inChunks(inBinary(lines), cuts).pipe(copied).toArray());
        expect([out.toString(), copied.records]).toEqual([lines.join(''), lines.length]);
      }),
    ));

  it.each([
    ['in a line', -4],
    ['behind a line', -2],
    ['in the header', -20],
  ])('are no whole file when they end %s', async (_, end) => {
    const bytes = inBinary(['one\r\n']).subarray(0, end);
    await expect(Readable.from([bytes]).pipe(new CopiedLines()).toArray()).rejects.toThrow('middle of a line');
  });
});

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

const ended = async (bytes: Buffer, at: readonly number[]): Promise<Buffer> =>
  Buffer.concat(await inChunks(bytes, at).pipe(new RecordEnds()).toArray());

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
