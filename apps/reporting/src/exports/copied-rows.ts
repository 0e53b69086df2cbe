import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What stands before the first tuple: signature, flags and the length of an extension that nobody uses. */
const headerBytes = 19;
/** Before a line: the number of fields, which is one, and the length of the line. */
const frameBytes = 6;
/** Instead of a number of fields, at the end. */
const trailer = -1;

/**
 * Takes lines out of what COPY sends of one text column in binary (PostgreSQL manual, COPY, "Binary Format"). Lines are
 * whole as they stand there, with their ends; only what frames them goes.
 */
export class CopiedLines extends Transform {
  #frame = Buffer.alloc(0);
  #wanted = headerBytes;
  /** Bytes of the present line that are still to come. */
  #left = 0;
  /** How many lines have begun. */
  records = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    // Within the chunk itself, which is ours: what goes out is never longer, nor ahead of what is read.
    let at = 0;
    for (let from = 0; from < chunk.length;) {
      if (this.#left > 0) {
        const end = Math.min(chunk.length, from + this.#left);
        at += chunk.copy(chunk, at, from, end);
        this.#left -= end - from;
        from = end;
      } else if (this.#frame.length === 0 && this.#wanted === frameBytes && from + frameBytes <= chunk.length) {
        this.#begin(chunk, from);
        from += frameBytes;
      } else {
        const part = chunk.subarray(from, from + this.#wanted - this.#frame.length);
        from += part.length;
        this.#frame = Buffer.concat([this.#frame, part]);
        if (this.#frame.length < this.#wanted) continue;
        if (this.#wanted === frameBytes) this.#begin(this.#frame, 0);
        this.#wanted = frameBytes;
        this.#frame = Buffer.alloc(0);
      }
    }
    done(null, chunk.subarray(0, at));
  }

  override _flush(done: TransformCallback): void {
    const whole = this.#left === 0 && this.#frame.length === 2 && this.#frame.readInt16BE() === trailer;
    done(whole ? null : new Error('COPY ended in the middle of a line'));
  }

  #begin(bytes: Buffer, at: number): void {
    this.#left = bytes.readInt32BE(at + 2);
    this.records += 1;
  }
}

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

/** Counts the rows of COPY's text, where a line feed within a cell is written as two signs. */
export class CountedText extends Transform {
  records = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) this.records += 1;
    done(null, chunk);
  }
}

/** Takes the hash of a file on its way; it is there when all of it has passed. */
export class Hashed extends Transform {
  readonly #hash = createHash('sha256');
  sha256: string | undefined;
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.sha256 = this.#hash.digest('hex');
    done();
  }
}

/** From which byte to which of a file, both in it. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Lets a part of a file through. */
export class OnlyPart extends Transform {
  #at = 0;

  constructor(private readonly part: Part) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const from = Math.max(0, this.part.from - this.#at);
    const to = Math.max(from, this.part.to + 1 - this.#at);
    this.#at += chunk.length;
    done(null, chunk.subarray(from, to));
  }
}
