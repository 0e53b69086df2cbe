import type { Response } from 'express';
import type { Redirect } from './redirect.ts';

/** Redirects once the session is stored: browsers follow faster than a database commits. */
export function sendRedirect(response: Response, { to, notice }: Redirect): void {
  const { session } = response.req;
  if (!session) return response.redirect(303, to);
  if (notice) session.notice = notice;
  session.save((error?: Error) => (error ? response.req.next?.(error) : response.redirect(303, to)));
}
