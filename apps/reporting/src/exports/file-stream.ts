import { once } from 'node:events';
import { type Duplex, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@academies/database';
import type { Response } from 'express';
import { to as copyTo } from 'pg-copy-streams';
import { type Packing, packings } from '../formats/format.table.ts';
import { inWorker } from '../formats/in-worker.ts';
import type { Copy } from '../request/copy.ts';
import { CopiedLines, CountedText, Hashed, OnlyPart, type Part, RecordEnds } from './copied-rows.ts';
import type { File } from './file-of.ts';

/** How long a file may hold its snapshot of the database, and how fast its reader must be. */
export interface Patience {
  readonly longestMs: number;
  readonly leastBytesASecond: number;
  /** Over how long the speed is looked at: the network's own buffers take megabytes at a time. */
  readonly lookEveryMs?: number;
}

/** What went over the wire so far, also when it broke off. */
export interface Sent {
  rows: number;
  bytes: number;
  /** Of the whole file before it was packed, once all of it has passed. */
  sha256?: string;
}

/** A query that thinks longer than this is not waited for: its file begins, and is broken off should it fail after all. */
const startMs = 300;

/** Rows as PostgreSQL begins to send them: what fails at the start fails here, before anything of the file is sent. */
export async function openCopy(connection: Connection, copy: Copy): Promise<Readable> {
  const rows = connection.query(copyTo(copy.statement)) as unknown as Readable;
  await Promise.race([once(rows, 'readable'), pause(startMs, undefined, { ref: false })]);
  return rows;
}

const lineKinds = { lines: CopiedLines, cells: RecordEnds, text: CountedText } satisfies Record<Copy['of'], unknown>;

/** What counts rows, and makes lines of a file of them, its header before them, where it is text. */
export function linesOf({ header, copy, format }: Pick<File, 'header' | 'copy' | 'format'>) {
  const lines = new lineKinds[copy.of]();
  if (!format.made) lines.push(Buffer.from(header));
  return lines;
}

/**
 * Streams header and rows from PostgreSQL to the socket, as fast as the reader reads. Nothing is kept in memory but the
 * blocks on their way. When anything fails, the connection is reset: a file that is cut must not look whole.
 */
export async function sendFile(
  rows: Readable,
  file: Pick<File, 'header' | 'copy' | 'format' | 'columns'>,
  response: Response,
  patience: Patience,
  sent: Sent,
  part?: Part,
): Promise<void> {
  const lines = linesOf(file);
  const seen = new Hashed();
  // Nobody could know them before: they follow the last byte.
  const wire = new Wire(response, patience, () => ({ 'X-Rows': String(lines.records), 'X-SHA256': seen.sha256 ?? '' }));
  const { made, packed = response.getHeader('Content-Encoding') as Packing | undefined } = file.format;
  try {
    response.flushHeaders();
    const making: Duplex[] = made ? [inWorker({ format: made, columns: file.columns })] : [];
    const packing: Duplex[] = packed ? [packings[packed]()] : [];
    await pipeline([rows, lines, ...making, seen, ...(part ? [new OnlyPart(part)] : packing), wire]);
    if (seen.sha256) sent.sha256 = seen.sha256;
  } finally {
    sent.rows = lines.records;
    sent.bytes = wire.bytes;
  }
}

/**
 * Takes a file to its reader and counts it. Whatever breaks, the connection is reset rather than closed: to whoever reads
 * until the connection closes, a file that was closed in its middle looks whole.
 */
export class Wire extends Writable {
  bytes = 0;
  readonly #over: NodeJS.Timeout;
  readonly #looks: NodeJS.Timeout;

  constructor(
    private readonly response: Response,
    { longestMs, leastBytesASecond, lookEveryMs = 60_000 }: Patience,
    private readonly trailers: () => Record<string, string> = () => ({}),
  ) {
    super();
    const gone = () => {
      if (!response.writableFinished) this.destroy(new Error('The reader has gone'));
    };
    response.once('close', gone);
    this.#over = setTimeout(() => this.destroy(new Error('The download took too long')), longestMs);
    let before = 0;
    this.#looks = setInterval(() => {
      // Slow is only who makes us wait; while the database is slow, nothing waits to be read.
      const slow = response.writableNeedDrain && this.bytes - before < (leastBytesASecond * lookEveryMs) / 1_000;
      if (slow) this.destroy(new Error('The download was read too slowly'));
      before = this.bytes;
    }, lookEveryMs);
    // Gone while it waited for its turn: nothing more is told of that. Said when somebody listens.
    if (response.destroyed) process.nextTick(gone);
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.bytes += chunk.length;
    if (this.response.write(chunk)) done();
    else this.response.once('drain', () => done());
  }

  override _final(done: (error?: Error | null) => void): void {
    this.response.addTrailers(this.trailers());
    // By event: the session's own `end` knows no callback.
    this.response.once('finish', () => done()).end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#over);
    clearInterval(this.#looks);
    if (!this.response.writableFinished && this.response.headersSent) this.response.socket?.resetAndDestroy();
    done(error);
  }
}
