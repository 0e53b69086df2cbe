import type { RequestHandler } from 'express';

/** What a signed-in person saw is kept by no cache, so that the back button after signing out shows nothing. */
export const keepPrivate: RequestHandler = (_, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
