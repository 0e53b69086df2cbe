import { type Connection, openPool, type Pool, type Sql } from '@academies/database';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

const logger = new Logger('Reading');

const poolOf = (url: string, name: string, max: number): Pool =>
  openPool(url, {
    name,
    max,
    patienceMs: 20_000,
    reads: 'slowly',
    onLost: ({ message }) => logger.warn(`Database connection lost: ${message}`),
  });

const sqlOn = (client: Connection | Pool): Sql => ({
  all: async <Row>(text: string, parameters: readonly unknown[] = []) =>
    (await client.query(text, [...parameters])).rows as Row[],
});

/** Connections of pages and files, apart from the projector's, so that neither waits for the other. */
@Injectable()
export class Reading implements OnApplicationShutdown {
  readonly #files: Pool;
  /** A file in hand needs a statement now and then; were both of one pool, all files could wait for each other. */
  readonly #statements: Pool;

  constructor(url: string, filesAtOnce: number) {
    this.#files = poolOf(url, 'reporting files', filesAtOnce);
    this.#statements = poolOf(url, 'reporting pages', 3);
    this.sql = sqlOn(this.#statements);
  }

  /** One statement, or a few, each for itself. */
  readonly sql: Sql;

  /**
   * Does some reading in one consistent snapshot. When it fails, the connection is closed rather than given back, so
   * that a query that nobody wants any more ends with it.
   */
  async inSnapshot<Result>(work: (client: Connection, sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.#files.connect();
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
    await Promise.all([this.#files.end(), this.#statements.end()]);
  }
}
