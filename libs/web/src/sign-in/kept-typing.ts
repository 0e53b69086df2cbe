import { randomBytes, randomUUID } from 'node:crypto';
import { type Typed, typedIn } from '@academies/forms';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { WebDatabase } from '../health/web-database.ts';
import { keepTyped } from '../layout/shown-again.ts';
import { csrfInput, formTokenKey } from '../security/csrf.ts';
import { keyFor, seal, unseal } from '../security/sealed.ts';
import { addressId, ShortCookies } from '../security/short-cookies.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';

const minutes = 60;
const mostBytes = 64 * 1024;

/** Where something typed lies, and what opens it: the database has the text, the browser the key. */
interface Place {
  readonly id: string;
  readonly key: string;
}

/**
 * What somebody sent when their sign-in had ended: kept for an hour, and shown on the page of its form to the same person
 * after the next sign-in, until they send it. It is never sent by itself.
 */
@Injectable()
export class KeptTyping {
  constructor(
    private readonly database: WebDatabase,
    private readonly cookies: ShortCookies,
    @Inject(webOptions) private readonly options: WebOptions,
  ) {}

  /** Keeps it, and answers whether it did: not what is too long, and nothing but forms that we have shown to somebody. */
  async keep({ body, originalUrl }: Request, response: Response): Promise<boolean> {
    const { [csrfInput]: token, ...typed } = typedIn(body);
    const shownTo = typeof token === 'string' && unseal(token, formTokenKey(this.options.settings));
    if (!shownTo || Buffer.byteLength(JSON.stringify(typed)) > mostBytes) return false;
    const place: Place = { id: randomUUID(), key: randomBytes(32).toString('base64url') };
    const { pool } = this.database;
    await pool.query('delete from web_typed where expire < now()');
    await pool.query(`insert into web_typed values ($1, $2, now() + make_interval(mins => $3))`, [
      place.id,
      seal({ typed, shownTo }, keyFor(place.key, 'typed')),
      minutes,
    ]);
    this.cookies.put(response, 'typed', addressId(originalUrl), place, minutes);
    return true;
  }

  readonly middleware: RequestHandler = (request, response, next) => {
    this.giveBack(request, response).then(() => next(), next);
  };

  private async giveBack(request: Request, response: Response): Promise<void> {
    const user = request.session?.user;
    const place = user && (this.cookies.read(request, 'typed', addressId(request.originalUrl)) as Place | undefined);
    if (!place) return;
    const { pool } = this.database;
    if (request.method !== 'GET') {
      this.cookies.take(request, response, 'typed', addressId(request.originalUrl));
      await pool.query('delete from web_typed where id = $1', [place.id]);
      return;
    }
    const { rows } = await pool.query<{ sealed: string }>(
      'select sealed from web_typed where id = $1 and expire > now()',
      [place.id],
    );
    const kept = unseal(rows[0]?.sealed ?? '', keyFor(place.key, 'typed')) as
      { typed: Typed; shownTo: string } | undefined;
    if (kept?.shownTo === user.email) keepTyped(response, kept.typed);
  }
}
