import { Inject, Injectable } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { WebDatabase } from '../health/web-database.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { IdentityProvider } from './provider.ts';
import { Sessions } from './sessions.ts';

const [minute, hour] = [60_000, 3_600_000];

/** Looks at each session before its request: too old, it ends; its roles too old, they are read again. */
@Injectable()
export class KeepSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly provider: IdentityProvider,
    private readonly database: WebDatabase,
    @Inject(webOptions) private readonly options: WebOptions,
  ) {}

  readonly middleware: RequestHandler = (request, _, next) => {
    this.keep(request).then(() => next(), next);
  };

  private async keep(request: Request): Promise<void> {
    const { session } = request;
    if (!session?.user) return;
    const end = (session.signedInAt ?? 0) + this.options.settings.SESSION_LONGEST_HOURS * hour;
    if (Date.now() >= end) return this.sessions.end(request);
    const { refreshToken } = session;
    if (!refreshToken || Date.now() < (session.rolesDue ?? 0) || !(await this.claimed(request))) return;
    const answer = await this.provider.refresh(refreshToken);
    if (answer === 'refused') return this.sessions.end(request);
    // A provider that fails is asked again after a minute; until then what it said before holds.
    if (answer === 'failed') return;
    await this.sessions.admit(request, answer.user);
    Object.assign(session, answer, { rolesDue: this.sessions.rolesDue() });
    await this.sessions.save(request);
  }

  /** One request alone asks the provider, which may take a second use of the same token for theft; the others go on. */
  private async claimed({ sessionID, session }: Request): Promise<boolean> {
    const later = Date.now() + minute;
    const { rowCount } = await this.database.pool.query(
      `update web_session set sess = jsonb_set(sess, '{rolesDue}', to_jsonb($3::bigint))
       where sid = $1 and (sess->>'rolesDue')::bigint = $2`,
      [sessionID, session.rolesDue, later],
    );
    if (rowCount === 1) session.rolesDue = later;
    return rowCount === 1;
  }
}
