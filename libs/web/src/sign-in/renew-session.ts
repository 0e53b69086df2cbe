import type { Request } from 'express';

/** A new session id, so that one planted before the sign-in is worth nothing. */
export const renewed = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    request.session.regenerate((error?: Error) => (error ? reject(error) : resolve()));
  });
