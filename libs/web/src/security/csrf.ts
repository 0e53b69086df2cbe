import { ForbiddenError } from '@academies/contracts';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { keyFor } from './sealed.ts';

/** The name of the hidden input. */
export const csrfInput = '_csrf';

/** The key of form tokens. A token also says to whom its form was shown, when the session is gone. */
export const formTokenKey = ({ SESSION_SECRET }: { readonly SESSION_SECRET: string }): Uint8Array =>
  keyFor(SESSION_SECRET, 'form token');

/** Whether a request carries the token of its session: one of our own pages sent it. */
export const { isRequestValid } = csrfSync({
  getTokenFromState: (request) => request.session?.csrfToken, // a session that has ended in this request is none
  getTokenFromRequest: (request) => {
    const typed = (request.body as Record<string, unknown> | undefined)?.[csrfInput] ?? request.headers['x-csrf-token'];
    return typeof typed === 'string' ? typed : undefined;
  },
});

/** The token for the forms of this session: made with it at sign-in, and the same in every tab. Nobody's forms have none. */
export const csrfTokenOf = (request: Request): string => request.session?.csrfToken ?? '';

/** What a form without the right token gets. */
export class FormExpired extends ForbiddenError {
  constructor() {
    super('WEB.FORM_EXPIRED', 'This form has expired. Check what you entered and send it again.');
  }
}

/** Every request that changes something carries the session's token. */
export const csrfProtection: RequestHandler = (request, _, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || isRequestValid(request)) return next();
  next(new FormExpired());
};
