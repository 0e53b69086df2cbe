import pg from 'pg';
import { connectionTo } from './session.ts';

/** What a pool is told: its name in PostgreSQL's list of connections, and how long somebody waits for a free one. */
export interface PoolOptions {
  readonly name: string;
  readonly max: number;
  readonly patienceMs: number;
  /** What is read may wait for somebody who reads slowly: a file in a download. */
  readonly reads?: 'slowly';
  /** Told of a connection that broke, idle or in somebody's hands; the next query gets a new one. */
  readonly onLost: (error: Error) => void;
}

/** Where a few connections come from and go back to. */
export type Pool = pg.Pool;

/**
 * A few connections beside MikroORM's own, so that neither waits for the other. The pool listens to those that are idle
 * only: a connection that breaks in somebody's hands, between two statements, would end the process unheard.
 */
export const openPool = (url: string, { name, max, patienceMs, reads, onLost }: PoolOptions): Pool =>
  new pg.Pool({
    ...connectionTo(url, { ...(reads && { reads }) }),
    max,
    connectionTimeoutMillis: patienceMs,
    application_name: name,
  })
    .on('connect', (client) => client.on('error', onLost))
    .on('error', () => {}); // the same error again, of an idle one

/** A connection of a pool, in somebody's hands; COPY needs the driver's own. */
export type Connection = pg.PoolClient;
