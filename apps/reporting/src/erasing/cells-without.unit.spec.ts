import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Erased, hashesOf } from '@academies/erasing';
import { CellsWithout } from './cells-without.ts';

const key = 'a key of this test alone, 32 signs';
const petra = new Erased(
  key,
  hashesOf(key, { emails: ['petra@larkmere.example'], names: ['Petra Lindley'], phones: [] }),
);

const file = [
  '\ufeffschool,contacts,emails,words\r\n',
  '900123,Ann Rew; Petra Lindley,ann@b.example; petra@larkmere.example,"Said ""yes"", twice\nPetra Lindley"\r\n',
  '900124,"Lindley, Petra",,"a,b"\r\n',
].join('');

describe('A pinned file', () => {
  it.each([1, 7, 1_000])('loses the cells of the erased alone, in pieces of %i bytes', async (size) => {
    const bytes = Buffer.from(file);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    const cells = new CellsWithout(petra);
    expect((await buffer(Readable.from(pieces).pipe(cells))).toString()).toBe(
      file
        .replace('Ann Rew; Petra Lindley', 'Ann Rew; Erased')
        .replace('petra@larkmere.example', 'erased@erased.invalid'),
    );
    expect(cells.changed).toBe(2);
  });
});
