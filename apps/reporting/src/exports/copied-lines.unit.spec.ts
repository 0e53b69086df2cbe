import fc from 'fast-check';
import { Readable } from 'node:stream';
import { CopiedLines } from './copied-lines.ts';

/** As COPY writes one text column in binary. */
function asCopied(lines: readonly string[]): Buffer {
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
        const out = Buffer.concat(await inChunks(asCopied(lines), cuts).pipe(copied).toArray());
        expect([out.toString(), copied.records]).toEqual([lines.join(''), lines.length]);
      }),
    ));

  it.each([
    ['in a line', -4],
    ['behind a line', -2],
    ['in the header', -20],
  ])('are no whole file when they end %s', async (_, end) => {
    const bytes = asCopied(['one\r\n']).subarray(0, end);
    await expect(Readable.from([bytes]).pipe(new CopiedLines()).toArray()).rejects.toThrow('middle of a line');
  });
});
