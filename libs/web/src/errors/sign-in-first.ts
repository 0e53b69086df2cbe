import type { Request } from 'express';
import { localPath } from '../security/local-path.ts';

/** The address of the sign-in that comes back here: to the page asked for, or to the one whose form was sent. */
export function signInFirst(request: Request): string {
  if (request.path === '/sign-out') return '/signed-out'; // the session ended before the button was pressed
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const back = reading ? localPath(request.originalUrl) : localPath(pathOfReferer(request));
  return `/sign-in?${new URLSearchParams({ returnTo: back }).toString()}`;
}

function pathOfReferer(request: Request): string {
  const referer = request.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  return host === request.get('host') ? pathname + search : '/';
}
