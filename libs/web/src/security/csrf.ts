import { ForbiddenError } from '@academies/contracts';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';

/** The name of the hidden input. */
export const csrfInput = '_csrf';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => {
    const typed = (request.body as Record<string, unknown> | undefined)?.[csrfInput] ?? request.headers['x-csrf-token'];
    return typeof typed === 'string' ? typed : undefined;
  },
});

/** The token for the forms of this session; makes one if there is none. */
export const csrfTokenOf = (request: Request): string => generateToken(request);

/** What a form without the right token gets. */
export class FormExpired extends ForbiddenError {
  constructor() {
    super('WEB.FORM_EXPIRED', 'This form has expired. Go back, reload the page and send it again.');
  }
}

/** Every request that changes something carries the session's token. */
export const csrfProtection: RequestHandler = (request, _, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || isRequestValid(request)) return next();
  next(new FormExpired());
};
