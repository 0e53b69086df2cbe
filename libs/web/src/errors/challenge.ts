import type { Request, Response } from 'express';
import { ScopeMissing } from '../rights/rights.guard.ts';
import { TokenRefused } from '../sign-in/machines.ts';

/**
 * Who comes with a token, or unknown with other credentials, is answered as programs are; a browser whose proxy asks for a
 * password sends that along too.
 */
export function isMachine({ session, headers }: Request): boolean {
  const { authorization = '', accept = '' } = headers;
  if (session?.scopes || /^Bearer\b/i.test(authorization)) return true;
  return authorization !== '' && !session?.user && !accept.includes('text/html');
}

/** Tells a program how to get in (RFC 6750, 3), where programs are let in at all. */
export function challenge(response: Response, status: number, error: unknown, realm: string): void {
  const says = { realm, ...(status === 401 || error instanceof ScopeMissing ? reasonOf(error) : undefined) };
  if (status !== 401 && !('error' in says)) return;
  const words = Object.entries(says).map(([name, value]) => `${name}="${value}"`);
  response.setHeader('WWW-Authenticate', `Bearer ${words.join(', ')}`);
}

const reasonOf = (error: unknown): Record<string, string> => {
  if (error instanceof TokenRefused) return { error: 'invalid_token', error_description: error.message };
  if (error instanceof ScopeMissing) return { error: 'insufficient_scope', scope: error.scopes.join(' ') };
  return {};
};
