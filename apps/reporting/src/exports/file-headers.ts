import type { Request, Response } from 'express';
import type { Standing } from '../standing/standing.ts';

interface About {
  readonly name: string;
  readonly standing: Standing;
  /** Position of the journal that the rows are made up to. */
  readonly position: number;
}

/** What a response says of its file: what it is, its name, as of when, and what is not in it yet. */
export function setFileHeaders(request: Request, response: Response, { name, standing, position }: About): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8; header=present');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.acceptsEncodings('gzip') === 'gzip') response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('X-As-Of', standing.asOf?.toISOString() ?? 'unknown');
  response.setHeader('X-Events-Waiting', String(standing.waiting ?? 'unknown'));
  response.setHeader('X-Projects-Held-Back', String(standing.heldBack));
  response.setHeader('X-Journal-Position', String(position));
}
