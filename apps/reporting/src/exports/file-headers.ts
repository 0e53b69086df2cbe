import type { Request, Response } from 'express';
import type { Freshness } from '../freshness/freshness.ts';
import type { FileFormat, Packing } from '../formats/format.table.ts';
import type { File } from './file-of.ts';

/** A file, and how fresh it is in the same snapshot. */
export type Told = Pick<File, 'name' | 'format' | 'position' | 'changed' | 'version'> & {
  readonly freshness: Freshness;
};

/** Answers 304 to who has this very file; else only says what the file is. */
export function hasIt(request: Request, response: Response, file: Told): boolean {
  setFileHeaders(request, response, file);
  if (!isFresh(request, response)) return false;
  response.status(304);
  for (const name of ofContent) response.removeHeader(name);
  return true;
}

/**
 * Does the request name this very version? Express says no to whoever sends `Cache-Control: no-cache` beside it, as `fetch`
 * does; but it was asked of the database just now.
 */
function isFresh(request: Request, response: Response): boolean {
  const [tags, since] = [request.get('if-none-match'), request.get('if-modified-since')];
  if (tags) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === response.get('ETag'));
  return Date.parse(response.get('Last-Modified') ?? '') <= Date.parse(since ?? '');
}

const ofContent = ['Content-Type', 'Content-Disposition', 'Content-Encoding', 'Accept-Ranges'];

/** An error page is no file. */
export function withoutFile(error: unknown, response: Response): unknown {
  for (const name of [...ofContent, 'ETag', 'Last-Modified', 'Trailer']) response.removeHeader(name);
  return error;
}

/** A second that may still bring an event says nothing: whoever has the file of it might miss what came after. */
const isOver = (moment: Date): boolean => Date.now() - moment.getTime() > 2_000;

/** Where a file is described for programs, with the same choices (https://www.w3.org/TR/tabular-data-model/#standard-path). */
const metadataAddress = ({ originalUrl }: Request): string =>
  originalUrl.replace(/\.(csv|xlsx|parquet)(\.\w+)?/, '.csv-metadata.json');

/** How a file travels packed: zstd before gzip, which costs more and packs less. A file that is packed itself travels as it is. */
const packingOf = (request: Request, format: FileFormat): Packing | undefined =>
  format.packed || format.made
    ? undefined
    : (['zstd', 'gzip'] as const).find((packing) => request.acceptsEncodings(packing) === packing);

/** Where it is said what a download was: rows and hash, once it has arrived (records/download.page.ts; RFC 8631). */
export const statusLink = (id: string): string => `</downloads/${id}.json>; rel="status"; type="application/json"`;

/** What a response says of its file: what it is, its name, as of when, and what is not in it yet. */
export function setFileHeaders(request: Request, response: Response, file: Told): void {
  const { name, format, freshness, position, changed, version } = file;
  const packed = packingOf(request, format);
  response.setHeader('Content-Type', format.type);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Link', `<${metadataAddress(request)}>; rel="describedby"; type="application/csvm+json"`);
  response.setHeader('Vary', 'Accept-Encoding');
  if (packed) response.setHeader('Content-Encoding', packed);
  else if (!format.packed && !format.made) response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', `"${version.slice(0, 32)}${packed ? `-${packed}` : ''}"`);
  if (changed && isOver(changed)) response.setHeader('Last-Modified', changed.toUTCString());
  else response.removeHeader('Last-Modified');
  response.setHeader('X-As-Of', freshness.asOf?.toISOString() ?? 'unknown');
  if (freshness.heldBackBy) response.setHeader('X-As-Of-Held-Back-By', freshness.heldBackBy);
  else response.removeHeader('X-As-Of-Held-Back-By');
  response.setHeader('X-Events-Waiting', String(freshness.waiting ?? 'unknown'));
  response.setHeader('X-Projects-Held-Back', String(freshness.heldBack));
  response.setHeader('X-Journal-Position', String(position));
}
