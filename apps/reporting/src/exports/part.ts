import { pipeline } from 'node:stream/promises';
import type { Connection } from '@academies/database';
import { HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Hashed, type Part } from './copied-rows.ts';
import type { File } from './file-of.ts';
import { linesOf, openCopy } from './file-stream.ts';

/**
 * The part that somebody asks for who has begun to take this very version (`If-Range` with its ETag): the same bytes come
 * again, so that the rest fits. Whoever asks otherwise gets the whole file, and so does who asks for one that is packed or
 * made. How long it is, is counted first, since a part has to say that.
 */
export async function askedPart(
  request: Request,
  response: Response,
  file: File,
  client: Connection,
): Promise<Part | undefined> {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(request.get('range') ?? '') ?? [];
  const isSame = request.get('if-range') === response.get('ETag');
  if (from === undefined || !isSame || response.get('Accept-Ranges') !== 'bytes') return undefined;
  const whole = new Hashed();
  await pipeline(await openCopy(client, file.copy), linesOf(file), whole.resume());
  const last = whole.bytes - 1;
  const part = { from: Number(from), to: Math.min(Number(to || last), last) };
  const isThere = part.from <= part.to;
  response.status(206).setHeader('Content-Range', `bytes ${isThere ? `${part.from}-${part.to}` : '*'}/${whole.bytes}`);
  if (isThere) return part;
  throw new HttpException('', 416);
}
