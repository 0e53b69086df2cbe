import type { Logger } from 'pino';
import { lead, type Standing } from '../database/lead.ts';
import type { Session } from '../database/session.ts';
import { sql } from '../database/sql.ts';
import { relayed } from '../health/metrics.ts';
import { defaultLogger } from '../kafka/default-logger.ts';
import { backOff } from '../timing/back-off.ts';
import { Bell } from '../timing/bell.ts';
import { pauseUnless } from '../timing/pause.ts';
import { Forgetting } from './forgetting.ts';
import { openPublisher, type Publisher } from './publisher.ts';
import { publishRows } from './publish-rows.ts';
import { bytesAtOnce, relayDefaults, type RelayOptions } from './relay-options.ts';
import type { OutboxRow } from './outbox-row.ts';
import { relaySql } from './relay.sql.ts';
import { Watermarks } from './watermarks.ts';

/**
 * Publishes what the outbox holds, oldest first. One relay is active for a database, the others stand by and take over
 * within a second or two. What was published but not yet marked when a process died is published again; readers drop it.
 */
export class Relay {
  private readonly options: Required<Omit<RelayOptions, 'logger'>>;
  private readonly logger: Logger;
  private readonly bell = new Bell();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  standing: Standing = 'stand-by';
  /** Why nothing is published at the moment, if so. */
  trouble: string | undefined;

  constructor({ logger, ...options }: RelayOptions) {
    this.logger = logger ?? defaultLogger(options.source);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    this.options = { ...relayDefaults, ...given } as Required<Omit<RelayOptions, 'logger'>>;
  }

  /** Begins, or stands by. Kafka may be away: events wait in the outbox. */
  start(): void {
    this.stopping = this.running ? this.stopping : new AbortController();
    this.running ??= this.run(this.stopping.signal);
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.running;
    this.running = undefined;
  }

  /** Answers when all that is committed now is published, but for what the broker refuses. Runs for as long, if it did not. */
  async drain(): Promise<void> {
    const wasRunning = this.running !== undefined;
    this.start();
    try {
      const em = this.options.orm.em.fork();
      while ((await sql<{ count: number }>(em, relaySql.unpublished))[0]?.count) {
        this.bell.ring();
        await pauseUnless(this.stopping.signal, 20);
      }
    } finally {
      if (!wasRunning) await this.stop();
    }
  }

  private async run(stop: AbortSignal): Promise<void> {
    for (let failures = 0; !stop.aborted; ) {
      const session = await lead(this.options.orm, 'relay', stop, (error) => this.note(error));
      if (!session) return;
      try {
        await this.lead(session, stop);
        failures = 0;
      } catch (error) {
        this.note(error);
        await pauseUnless(stop, backOff(failures++));
      } finally {
        this.standing = 'stand-by';
        await session.close();
      }
    }
  }

  private async lead(session: Session, stop: AbortSignal): Promise<void> {
    const { kafka, source, watermarkEveryMs, keepPublishedSeconds } = this.options;
    session.onNotification(this.bell.ring);
    void session.lost.then(this.bell.ring);
    // A mark that a crash of the database loses means published twice, which readers drop: no need to wait for the disk.
    await session.all('set synchronous_commit = off');
    await session.all('listen outbox');
    const watermarks = new Watermarks(source, kafka, watermarkEveryMs);
    const forgetting = new Forgetting(keepPublishedSeconds);
    const publisher = openPublisher(kafka, this.logger);
    this.standing = 'active';
    try {
      for (let failures = 0; !stop.aborted && !session.isLost; ) {
        try {
          const found = await this.publishNext(session, await publisher.connected());
          if (watermarks.isDue) await watermarks.publish(session, await publisher.connected(), publisher.admin);
          await forgetting.some(session);
          if (this.trouble) this.logger.info('The relay publishes again');
          this.trouble = undefined;
          failures = 0;
          if (found === 0) await this.bell.heard(1_000);
        } catch (error) {
          if (session.isLost) throw error;
          this.note(error);
          await pauseUnless(stop, backOff(failures++));
        }
      }
    } finally {
      await publisher.close();
    }
  }

  /** One batch; answers how many rows it had. */
  private async publishNext(session: Session, producer: Awaited<ReturnType<Publisher['connected']>>): Promise<number> {
    const { kafka, source, batchSize } = this.options;
    const rows = await session.all<OutboxRow>(relaySql.next, [batchSize, bytesAtOnce]);
    if (rows.length === 0) return 0;
    const { ids, refused } = await publishRows(rows, producer, kafka, source);
    for (const { row, reason } of refused) {
      this.logger.error({ event: row.event_id, type: row.type, key: row.key, reason }, 'The broker refuses an event; its key waits in the outbox');
      await session.all(relaySql.refused, [row.id, reason]);
    }
    await session.all(relaySql.published, [ids]);
    relayed.inc(ids.length);
    return rows.length;
  }

  private note(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.trouble) this.logger.warn({ err: error }, `The relay cannot publish and tries again: ${message}`);
    this.trouble = message;
  }
}
