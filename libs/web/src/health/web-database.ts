import { openPool, type Pool } from '@academies/database';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/** A few connections of the web's own to the service's database: for sessions, and to ask whether it answers. */
@Injectable()
export class WebDatabase implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(url: string) {
    const logger = new Logger(WebDatabase.name);
    const onLost = ({ message }: Error) => logger.warn(`Database connection lost: ${message}`);
    this.pool = openPool(url, { name: 'web', max: 4, patienceMs: 10_000, onLost });
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
