/** One row as cells; a blank cell is null. */
export type Row = readonly (string | null)[];

const lineFeed = 0x0a;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A cell of COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
function cellOf(field: string): string | null {
  if (!field.includes('\\')) return field;
  return field === '\\N' ? null : field.replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign);
}

/** Rows out of what COPY sends as text, a batch for each chunk that ends some. */
export async function* rowsOfText(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed);
    if (end === -1) rest.push(chunk);
    else {
      const lines = Buffer.concat([...rest, chunk.subarray(0, end)]).toString();
      yield lines.split('\n').map((line) => line.split('\t').map(cellOf));
      rest = [chunk.subarray(end + 1)];
    }
  }
  if (rest.some(({ length }) => length > 0)) throw new Error('COPY ended in the middle of a row');
}
