import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

/** A connection of our own, beside the pool: for locks and notifications, which belong to one connection. */
export class Session {
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

  static async open(orm: MikroORM, name: string): Promise<Session> {
    const client = new pg.Client({
      ...orm.em.getConnection().getConnectionOptions(),
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    } as pg.ClientConfig);
    const session = new Session(client);
    await client.connect();
    return session;
  }

  async all<Row = Record<string, unknown>>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(statement, [...parameters])).rows as Row[];
  }

  onNotification(listener: () => void): void {
    this.client.on('notification', listener);
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => {});
  }
}
