import type { Lines } from './lines.ts';
import { type CsvRecord, recordsOf } from './records.ts';

const read = async (text: string, width = 2, at = 1): Promise<(string | string[])[]> => {
  const found: CsvRecord[] = [];
  for await (const some of recordsOf(lines(text, at), width)) found.push(...some);
  return found.map((record) =>
    'cells' in record ? [`${record.line}`, ...record.cells] : `${record.line}: ${record.problem}`,
  );
};

/** So many lines at a time: where a file is cut must not matter. */
async function* lines(text: string, at: number): AsyncGenerator<Lines> {
  const all = text.split('\n');
  for (let first = 0; first < all.length; first += at) yield { first: first + 1, texts: all.slice(first, first + at) };
}

describe('Reading records', () => {
  it('takes commas, quotes and line breaks in quotes', async () =>
    expect(await read('a,"b, c"\n"say ""d""",e\n"f\ng",h\ni,j')).toEqual([
      ['1', 'a', 'b, c'],
      ['2', 'say "d"', 'e'],
      ['3', 'f\ng', 'h'],
      ['5', 'i', 'j'],
    ]));

  it('tells a row with too few or too many cells, and goes on', async () =>
    expect(await read('a,b\nc\nd,e,f\ng,h')).toEqual([
      ['1', 'a', 'b'],
      '2: it has 1 columns and the header has 2',
      '3: it has 3 columns and the header has 2',
      ['4', 'g', 'h'],
    ]));

  it('loses one row to a quote that does not close, not the rest of the file', async () =>
    expect(await read('a,"b\nc,d\n"e",f')).toEqual([
      '1: a quote in it does not close',
      ['2', 'c', 'd'],
      ['3', 'e', 'f'],
    ]));

  it('loses two rows to two such quotes', async () =>
    expect(await read('a,"b\nc,d\n"e,f\ng,h')).toEqual([
      '1: a quote in it does not close',
      ['2', 'c', 'd'],
      '3: a quote in it does not close',
      ['4', 'g', 'h'],
    ]));

  it('tells a quote in a place where none may stand', async () =>
    expect(await read('a,b "c" d\ne,f')).toEqual(['1: a quote stands where none may stand', ['2', 'e', 'f']]));

  it('leaves out empty columns at the end of a row, and lines of commas only', async () =>
    expect(await read('a,b,,\n,,,\n,\n"c", d,\n,e')).toEqual([
      ['1', 'a', 'b'],
      ['4', 'c', ' d'],
      ['5', '', 'e'],
    ]));

  it.each([1, 2, 3, 1000])('finds the same records, whichever lines come together: %i', async (at) => {
    const text = 'a,"b\nc,d\n"e",f\ng,"h\ni"\nj,k "l"\nm,n';
    expect(await read(text, 2, at)).toEqual(await read(text, 2, 4));
    expect(await read(text, 2, at)).toEqual([
      '1: a quote in it does not close',
      ['2', 'c', 'd'],
      ['3', 'e', 'f'],
      ['4', 'g', 'h\ni'],
      '6: a quote stands where none may stand',
      ['7', 'm', 'n'],
    ]);
  });

  it('loses one row to a quote that is open for more than a mebibyte', async () => {
    const long = Array.from({ length: 30_000 }, (_, index) => `${index},${'x'.repeat(40)}`);
    const found = await read(['a,"b', ...long].join('\n'), 2, 500);
    expect(found[0]).toBe('1: a quote in it does not close');
    expect(found).toHaveLength(30_001);
  });

  it('loses a line that is longer than a mebibyte', async () =>
    expect(await read(`a,b\nc,${'d'.repeat(1 << 20)}\ne,f`)).toEqual([
      ['1', 'a', 'b'],
      '2: it is longer than a mebibyte',
      ['3', 'e', 'f'],
    ]));

  it('passes over empty lines', async () =>
    expect(await read('a,b\n\n\nc,d\n')).toEqual([
      ['1', 'a', 'b'],
      ['4', 'c', 'd'],
    ]));

  it('keeps the order over many rows', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `${index},${index === 600 ? 'x,y' : '"z\nz"'}`);
    const found = await read(rows.join('\n'));
    expect(found).toHaveLength(1200);
    expect(found[600]).toMatch(/it has 3 columns/);
    expect(found[1199]).toEqual(['2398', '1199', 'z\nz']);
  });
});
