import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';

const logger = new Logger('Files');
const why = 'The proxy before this service speaks HTTP/1.0: set proxy_http_version 1.1.';

/** In HTTP/1.0 a file ends where the connection does: one that was cut in its middle would look whole. Says whether it was refused. */
export function isRefused(request: Request, response: Response): boolean {
  // Machines that cannot set a header say it in the address: then errors are JSON too.
  if ('json' in request.query) request.headers.accept = 'application/json';
  if (request.httpVersion !== '1.0') return false;
  logger.warn(`A file is refused. ${why}`);
  response.status(426).set({ Upgrade: 'HTTP/1.1', Connection: 'Upgrade' }).type('text').send(`${why}\n`);
  return true;
}
