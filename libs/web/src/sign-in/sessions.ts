import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import { WebDatabase } from '../health/web-database.ts';
import { type WebOptions, webOptions } from '../start/web-options.ts';
import { createSessionTable } from './sessions.sql.ts';
import './session.ts';

const hours = 60 * 60;

/** Sessions in the service's own database: they survive a restart and are shared by all its processes. */
@Injectable()
export class Sessions implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Sessions.name);
  private readonly store;
  readonly middleware: RequestHandler;

  constructor(
    private readonly database: WebDatabase,
    @Inject(webOptions) { service, settings }: WebOptions,
  ) {
    const secure = settings.PUBLIC_URL.startsWith('https:');
    this.store = new (connectPgSimple(session))({
      pool: database.pool,
      tableName: 'web_session',
      ttl: 8 * hours,
      pruneSessionInterval: 15 * 60,
      errorLog: (error: unknown) =>
        this.logger.warn(`Sessions: ${error instanceof Error ? error.message : String(error)}`),
    });
    this.middleware = session({
      // Cookies ignore ports, so each service has a name of its own.
      name: `${service}.sid`,
      secret: settings.SESSION_SECRET,
      store: this.store,
      resave: false,
      rolling: true,
      saveUninitialized: false,
      proxy: settings.TRUSTED_PROXIES > 0 || undefined,
      cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: 8 * hours * 1000, path: '/' },
    });
  }

  async onModuleInit(): Promise<void> {
    await this.database.pool.query(createSessionTable);
  }

  onApplicationShutdown(): void {
    void this.store.close();
  }
}
