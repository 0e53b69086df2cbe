import type { Socket } from 'node:net';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Sql } from './sql.ts';

/**
 * What each connection asks of the server, so that a host that vanished holds no lock and no row for longer than half a
 * minute: its silence is noticed (keepalives; `tcp_user_timeout` for what it does not acknowledge), and so is a process that
 * was frozen in a transaction. Who `reads` slowly, for somebody's download, may leave what was sent unread for longer.
 */
export function connectionTo(url: string, { reads = 'at once' }: { reads?: 'at once' | 'slowly' } = {}) {
  const server = {
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
    tcp_user_timeout: reads === 'slowly' ? 0 : 20_000,
    // A long query of somebody who has gone is ended while it thinks, not only when it has something to send.
    ...(reads === 'slowly' && { client_connection_check_interval: 2_000 }),
    idle_in_transaction_session_timeout: 30_000,
  };
  const options = Object.entries(server).map(([name, value]) => `-c ${name}=${value}`);
  // Options in the address would take the place of these; what the address asks for comes last, and so counts.
  const address = new URL(url);
  const own = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  return {
    connectionString: address.href,
    options: [...options, own].join(' ').trim(),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** A connection of our own, beside the pool: for what belongs to one connection, as locks and notifications do. */
export class Session implements Sql {
  /** Resolves when the connection is gone, whoever ended it. */
  readonly lost: Promise<void>;
  isLost = false;

  private constructor(private readonly client: pg.Client) {
    this.lost = new Promise((resolve) => {
      const gone = () => {
        this.isLost = true;
        resolve();
      };
      client.on('error', gone).on('end', gone);
    });
  }

  /**
   * Connects to an ORM's database, or to an address; `name` is what PostgreSQL's list of connections shows. A statement
   * that is not answered within `patienceMs` fails; without it, statements take as long as they take.
   */
  static async open(database: MikroORM | string, name: string, patienceMs?: number): Promise<Session> {
    const url = typeof database === 'string' ? database : (database.config.get('clientUrl') as string);
    const client = new pg.Client({
      ...connectionTo(url),
      application_name: name,
      connectionTimeoutMillis: 5_000,
      ...(patienceMs && { query_timeout: patienceMs }),
    });
    const session = new Session(client);
    await client.connect();
    return session;
  }

  /** Does some work on a connection that is closed afterwards. */
  static async use<Result>(
    database: MikroORM | string,
    name: string,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = await Session.open(database, name);
    return work(session).finally(() => session.close());
  }

  async all<Row = Record<string, unknown>>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(statement, [...parameters])).rows as Row[];
  }

  async inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.client.query('begin');
    try {
      const result = await work();
      await this.client.query('commit');
      return result;
    } catch (error) {
      await this.client.query('rollback');
      throw error;
    }
  }

  onNotification(listener: () => void): void {
    this.client.on('notification', listener);
  }

  /** Says good-bye; a server that does not hear it is left after a second. */
  async close(): Promise<void> {
    const { stream } = (this.client as unknown as { connection: { stream: Socket } }).connection;
    const impatient = setTimeout(() => stream.destroy(), 1_000);
    await this.client.end().catch(() => {});
    clearTimeout(impatient);
  }
}
