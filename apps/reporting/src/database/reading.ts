import { TransientError } from '@academies/contracts';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { type Sql, sqlOn } from './sql.ts';

const logger = new Logger('Reading');

function poolOf(url: string, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 20_000, application_name: name });
  pool.on('error', (error) => logger.warn(`Database connection lost: ${error.message}`));
  return pool;
}

/** Connections of pages and files, apart from the projector's, so that neither waits for the other. */
@Injectable()
export class Reading implements OnApplicationShutdown {
  readonly #files: pg.Pool;
  /** A file in hand needs a statement now and then; were both of one pool, eight files could wait for each other. */
  readonly #statements: pg.Pool;

  constructor(url: string) {
    this.#files = poolOf(url, 'reporting files', 8);
    this.#statements = poolOf(url, 'reporting pages', 3);
  }

  /** One statement, or a few, each for itself. */
  readonly sql: Sql = {
    all: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await this.#statements.query(text, [...parameters])).rows as Row[],
  };

  /**
   * Does some reading in one consistent snapshot. When it fails, the connection is closed rather than given back, so
   * that a query that nobody wants any more ends with it.
   */
  async inSnapshot<Result>(work: (client: pg.PoolClient, sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.#files.connect().catch((cause: Error) => {
      throw new TransientError('REPORTING.BUSY', 'Many files are being downloaded. Try again in a minute.', { cause });
    });
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
