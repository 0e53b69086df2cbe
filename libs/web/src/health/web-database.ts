import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** A few connections of the web's own to the service's database: for sessions, and to ask whether it answers. */
@Injectable()
export class WebDatabase implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 3_000, application_name: 'web' });
    // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
    this.pool.on('error', (error) => new Logger(WebDatabase.name).warn(`Database connection lost: ${error.message}`));
  }

  /** Does the database answer within two seconds? */
  async answers(): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
    const asked = this.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([asked, late]);
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }
}
