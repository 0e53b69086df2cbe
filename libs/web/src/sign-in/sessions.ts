import { promisify } from 'node:util';
import { ForbiddenError } from '@academies/contracts';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { WebDatabase } from '../health/web-database.ts';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import { formTokenKey } from '../security/csrf.ts';
import { seal } from '../security/sealed.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { createSessionTable } from './sessions.sql.ts';
import type { SignedInSession } from './session.ts';

const minute = 60_000;

/**
 * Sessions in the service's own database: they survive a restart and are shared by all its processes. A row is
 * made by signing in alone and by nothing else, so that no answer under way brings back a session that has ended.
 */
@Injectable()
export class Sessions implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Sessions.name);
  private readonly settings;
  private readonly refuses;
  private readonly store;
  readonly middleware: RequestHandler;

  constructor(
    private readonly database: WebDatabase,
    @Inject(webOptions) { service, settings, refuses }: WebOptions,
  ) {
    this.settings = settings;
    this.refuses = refuses;
    const secure = settings.PUBLIC_URL.startsWith('https:');
    this.store = new (connectPgSimple(session))({
      pool: database.pool,
      tableName: 'web_session',
      ttl: settings.SESSION_IDLE_MINUTES * 60,
      pruneSessionInterval: 15 * 60,
      errorLog: (error: unknown) =>
        this.logger.warn(`Sessions: ${error instanceof Error ? error.message : String(error)}`),
    });
    // The store's own way is an upsert.
    this.store.set = (sid, data, done) => {
      const update = 'update web_session set sess = $2, expire = $3 where sid = $1';
      database.pool.query(update, [sid, data, this.idleUntil()]).then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
    };
    this.middleware = session({
      // Cookies ignore ports, so each service has a name of its own.
      name: `${service}.sid`,
      secret: settings.SESSION_SECRET,
      store: this.store,
      resave: false,
      saveUninitialized: false,
      proxy: settings.TRUSTED_PROXIES > 0 || undefined,
      // Set once, at sign-in: the end is the server's to say, and no late answer brings an old cookie back.
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    });
  }

  /** A new session, with a new id, so that one planted before is worth nothing; one's own session stays for one's other tabs. */
  async signIn(request: Request, signedIn: SignedInSession): Promise<void> {
    const isOwn = request.session?.user?.email === signedIn.user.email;
    if (!isOwn) await promisify(this.store.regenerate.bind(this.store, request))();
    Object.assign(request.session, signedIn, { signedInAt: Date.now(), rolesDue: this.rolesDue() });
    if (!isOwn) await this.insert(request, seal(signedIn.user.email, formTokenKey(this.settings)));
    await this.save(request);
    await this.admit(request, signedIn.user);
  }

  /** Ends the session of somebody whom the service refuses, and says why. After its row, so that `endSessionsOf` misses none. */
  async admit(request: Request, user: SignedInUser): Promise<void> {
    const why = await this.refuses?.(this.database.pool, user);
    if (!why) return;
    await this.end(request);
    throw new ForbiddenError('WEB.DEACTIVATED', why);
  }

  private async insert({ sessionID, session }: Request, csrfToken: string): Promise<void> {
    session.csrfToken = csrfToken;
    const insert = 'insert into web_session (sid, sess, expire) values ($1, $2, $3)';
    await this.database.pool.query(insert, [sessionID, session, this.idleUntil()]);
  }

  /** Ends the session, if there is one, for everybody who knows its id; the request goes on as nobody's. */
  async end({ session }: Request): Promise<void> {
    if (session) await promisify(session.destroy.bind(session))();
  }

  /** Writes what has changed, unless the session was ended meanwhile. */
  async save({ session }: Request): Promise<void> {
    await promisify(session.save.bind(session))();
  }

  /** When the roles are to be read again, in milliseconds since 1970. */
  rolesDue(): number {
    return Date.now() + this.settings.ROLES_MINUTES * minute;
  }

  private idleUntil(): Date {
    return new Date(Date.now() + this.settings.SESSION_IDLE_MINUTES * minute);
  }

  async onModuleInit(): Promise<void> {
    await this.database.pool.query(createSessionTable);
  }

  onApplicationShutdown(): void {
    void this.store.close();
  }
}
