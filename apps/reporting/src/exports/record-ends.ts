import { Transform, type TransformCallback } from 'node:stream';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Ends records with CRLF, as RFC 4180 wants; COPY ends them with LF. A line feed inside quotes belongs to a cell and
 * stays as it is. Works on bytes: in UTF-8 none of these is ever part of another character.
 */
export class RecordEnds extends Transform {
  #quoted = false;
  /** How many records have passed. */
  records = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const ends = this.#endsIn(chunk);
    this.records += ends.length;
    done(null, ends.length === 0 ? chunk : withReturns(chunk, ends));
  }

  /** Places of the line feeds that end records. A doubled quote inside a cell opens and closes at once. */
  #endsIn(chunk: Buffer): number[] {
    const ends: number[] = [];
    let nextQuote = chunk.indexOf(quote);
    for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, feed + 1)) {
      while (nextQuote !== -1 && nextQuote < feed) {
        this.#quoted = !this.#quoted;
        nextQuote = chunk.indexOf(quote, nextQuote + 1);
      }
      if (!this.#quoted) ends.push(feed);
    }
    for (; nextQuote !== -1; nextQuote = chunk.indexOf(quote, nextQuote + 1)) this.#quoted = !this.#quoted;
    return ends;
  }
}

function withReturns(chunk: Buffer, ends: readonly number[]): Buffer {
  const out = Buffer.allocUnsafe(chunk.length + ends.length);
  let from = 0;
  let at = 0;
  for (const end of ends) {
    at += chunk.copy(out, at, from, end);
    out[at++] = carriageReturn;
    out[at++] = lineFeed;
    from = end + 1;
  }
  chunk.copy(out, at, from);
  return out;
}
