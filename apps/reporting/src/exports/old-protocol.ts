import { Logger } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { formats } from '../formats/format.table.ts';

const logger = new Logger('Files');
const why = 'The proxy before this service speaks HTTP/1.0: set proxy_http_version 1.1.';
const isFile = (path: string): boolean => Object.keys(formats).some((ending) => path.endsWith(`.${ending}`));

/** Before every file. In HTTP/1.0 one ends where the connection does: what was cut in its middle would look whole. */
export const beforeFiles: RequestHandler = (request, response, next) => {
  if (!isFile(request.originalUrl.split('?')[0] ?? '')) return next();
  // Machines that cannot set a header say it in the address: then errors are JSON too.
  if ('json' in request.query) request.headers.accept = 'application/json';
  if (request.httpVersion !== '1.0') return next();
  logger.warn(`A file is refused. ${why}`);
  response.status(426).set({ Upgrade: 'HTTP/1.1', Connection: 'Upgrade, close' }).type('text').send(`${why}\n`);
};
