import type { Response } from 'express';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { ByteCount } from './byte-count.ts';
import { CopiedLines } from './copied-lines.ts';
import type { Copy } from './copy-rows.sql.ts';
import { RecordEnds } from './record-ends.ts';

/** A stalled download holds a snapshot of the database; so long may nothing move. */
const patience = 120_000;

interface File {
  /** The header line, with its byte order mark. */
  readonly header: string;
  readonly copy: Copy;
}

/** What went over the wire so far, also when it broke off. */
export interface Sent {
  rows: number;
  bytes: number;
}

/**
 * Streams header and rows from PostgreSQL to the socket, as fast as the reader reads. Nothing is kept in memory but the
 * blocks on their way. When either end fails, all of it is destroyed: a file that is cut must not look whole.
 */
export async function sendFile(
  client: PoolClient,
  { header, copy }: File,
  response: Response,
  sent: Sent,
): Promise<void> {
  response.setTimeout(patience, () => response.destroy(new Error('The download stood still')));
  const rows = client.query(copyTo(copy.statement));
  const lines = copy.of === 'lines' ? new CopiedLines() : new RecordEnds();
  const bytes = new ByteCount();
  const packed = response.getHeader('Content-Encoding') === 'gzip';
  try {
    lines.push(Buffer.from(header));
    await pipeline([
      rows as unknown as Readable,
      lines,
      ...(packed ? [createGzip({ level: constants.Z_BEST_SPEED })] : []),
      bytes,
      response,
    ]);
  } finally {
    sent.rows = lines.records;
    sent.bytes = bytes.total;
  }
}
