import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { keyFor, seal, unseal } from './sealed.ts';

/** An address as browsers ask for it, without what follows '#', as short as a cookie's name. */
export function addressId(address: string): string {
  const { pathname, search } = new URL(address, 'http://here.invalid');
  return createHash('sha256')
    .update(pathname + search)
    .digest('base64url')
    .slice(0, 12);
}

/** Beyond this together, the oldest of a kind go: a server refuses 16 kB of headers. */
const mostCharacters = 6_000;

/**
 * What must outlive one answer and is nobody's but this browser's: each thing is a sealed cookie of its own, so that
 * requests side by side never write over each other, as they would in a session.
 */
@Injectable()
export class ShortCookies {
  constructor(@Inject(webOptions) private readonly options: WebOptions) {}

  put(response: Response, kind: string, id: string, value: unknown, minutes: number): void {
    const maxAge = minutes * 60_000;
    const name = this.nameOf(kind, id);
    const text = seal({ value, until: Date.now() + maxAge }, this.keyOf(name));
    this.makeRoom(response, kind, text.length);
    response.cookie(name, text, { ...this.attributes, maxAge });
  }

  /** What was put under this name and is not too old. */
  read(request: Request, kind: string, id: string): unknown {
    const name = this.nameOf(kind, id);
    const kept = unseal(cookiesOf(request)[name] ?? '', this.keyOf(name)) as
      { value: unknown; until: number } | undefined;
    return kept && kept.until > Date.now() ? kept.value : undefined;
  }

  /** The same, once. */
  take(request: Request, response: Response, kind: string, id: string): unknown {
    const value = this.read(request, kind, id);
    if (value !== undefined) response.clearCookie(this.nameOf(kind, id), this.attributes);
    return value;
  }

  private makeRoom(response: Response, kind: string, needed: number): void {
    let together = needed;
    // Browsers name older ones first.
    for (const [name, text = ''] of Object.entries(cookiesOf(response.req)).reverse()) {
      if (!name.startsWith(this.nameOf(kind, ''))) continue;
      together += text.length;
      if (together > mostCharacters) response.clearCookie(name, this.attributes);
    }
  }

  private readonly nameOf = (kind: string, id: string): string => `${this.options.service}.${kind}.${id}`;
  private readonly keyOf = (name: string): Uint8Array => keyFor(this.options.settings.SESSION_SECRET, name);

  private get attributes() {
    const secure = this.options.settings.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }
}

const cookiesOf = ({ headers }: Request) => parseCookie(headers.cookie ?? '');
