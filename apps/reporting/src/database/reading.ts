import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { type Sql, sqlOn } from './sql.ts';

/** Connections of pages and files, apart from the projector's, so that neither waits for the other. */
@Injectable()
export class Reading implements OnApplicationShutdown {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: 10,
      connectionTimeoutMillis: 10_000,
      application_name: 'reporting files',
    });
    this.#pool.on('error', (error) => new Logger(Reading.name).warn(`Database connection lost: ${error.message}`));
  }

  /** One statement, or a few, each for itself. */
  readonly sql: Sql = {
    all: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await this.#pool.query(text, [...parameters])).rows as Row[],
  };

  /**
   * Does some reading in one consistent snapshot. When it fails, the connection is closed rather than given back, so
   * that a query that nobody wants any more ends with it.
   */
  async inSnapshot<Result>(work: (client: pg.PoolClient, sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin transaction isolation level repeatable read, read only');
      const result = await work(client, sqlOn(client));
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}
