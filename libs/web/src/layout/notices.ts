import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressId, ShortCookies } from '../security/short-cookies.ts';
import type { Notice, Redirect } from './redirect.ts';

interface Said extends Notice {
  readonly session: string;
}

/** Minutes in which a browser has followed a redirect. */
const minutes = 5;

/** What a page says once after a redirect to it, in this browser and this session; no other page says it. */
@Injectable()
export class Notices {
  constructor(private readonly cookies: ShortCookies) {}

  /** Sends the browser on (303). A page that only sends on itself passes on what it should have said. */
  redirect(response: Response, { to, notice }: Redirect): void {
    const next = notice ?? this.take(response.req, response);
    if (next) {
      const said: Said = { ...next, session: response.req.sessionID };
      this.cookies.put(response, 'notice', addressId(to), said, minutes);
    }
    response.redirect(303, to);
  }

  /** What this page has to say, on the first answer that is no error. */
  take(request: Request, response: Response): Notice | undefined {
    if (request.method !== 'GET' || response.statusCode >= 400) return undefined;
    const said = this.cookies.take(request, response, 'notice', addressId(request.originalUrl)) as Said | undefined;
    return said?.session === request.sessionID ? said : undefined;
  }
}
