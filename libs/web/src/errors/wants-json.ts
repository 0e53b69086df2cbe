import type { Request } from 'express';

/** Machines ask for JSON and get it; everybody else gets a page. */
export const wantsJson = (request: Request): boolean =>
  request.path.startsWith('/health/') || request.accepts(['html', 'json']) === 'json';
