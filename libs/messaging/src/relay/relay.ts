import { lead, type LeaderState, type Session, sql } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { defaultLogger, type KafkaSettings } from '../broker/kafka-settings.ts';
import type { Broker } from '../broker/broker.ts';
import { openBroker } from '../broker/open-broker.ts';
import { relayed } from '../metrics/metrics.ts';
import { Bell, backOff, inTime, pauseUnless, settledWithin } from '../timing/waiting.ts';
import { LateBatches, type OutboxRow, publishRows } from './publish-rows.ts';
import { relaySql } from './relay.sql.ts';
import { counted, type Counts, Watermarks } from './watermarks.ts';
import { type OnWentBack, whenWentBack } from './went-back.ts';

/** What a relay is told. */
export interface RelayOptions {
  readonly orm: MikroORM;
  readonly kafka: KafkaSettings;
  /** The service whose events these are: `ce_source`, and the key of its watermarks. */
  readonly source: string;
  readonly logger?: Logger | undefined;
  /** Events published at once, at most; fewer when they are large. */
  readonly batchSize?: number | undefined;
  readonly watermarkEveryMs?: number | undefined;
  /** What is counted for service support and said with each watermark. */
  readonly counts?: Counts | undefined;
  /** How long published rows stay, for whoever wants to look. */
  readonly keepPublishedSeconds?: number | undefined;
  /** How long a batch of a relay that lost its lead may still be under way. */
  readonly lateMs?: number | undefined;
  /** What the service does when its database went back. A relay that knows looks for it before it publishes anything. */
  readonly onWentBack?: OnWentBack | null | undefined;
}

/** A record batch of a partition may have 1,048,588 bytes on the broker; all of ours might go to one partition. */
const bytesAtOnce = 1_000_000;

const defaults = { batchSize: 1_000, watermarkEveryMs: 5_000, keepPublishedSeconds: 24 * 60 * 60, lateMs: 60_000 };

/** How long connections to Kafka are waited for when a relay ends, and how long all of it at a stop. */
const [politeMs, stopMs] = [1_500, 2_000];

/** A relay that cannot publish for as long gives up the lead: another host may reach Kafka. */
const helplessMs = 10_000;

/**
 * Publishes what the outbox holds, oldest first. One relay is active for a database, the others stand by and take over
 * within a second or two. What was published but not yet marked when a process died is published again; readers drop it.
 */
export class Relay {
  private readonly options: Required<Omit<RelayOptions, 'logger' | 'onWentBack' | 'counts'>> &
    Pick<RelayOptions, 'onWentBack' | 'counts'>;
  private readonly logger: Logger;
  private readonly bell = new Bell();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  state: LeaderState = 'stand-by';
  /** Why nothing is published at the moment, if so. */
  trouble: string | undefined;
  /** What was found that nobody expected, and put right. */
  readonly findings: string[] = [];

  constructor({ logger, ...options }: RelayOptions) {
    this.logger = logger ?? defaultLogger(options.source);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    this.options = { ...defaults, ...given } as typeof this.options;
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
    await settledWithin(this.running, stopMs);
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
    for (let failures = 0; !stop.aborted;) {
      const session = await lead(this.options.orm, 'relay', stop, {
        onTrouble: (error) => this.note(error),
        onStandBy: () => (this.trouble = undefined),
      });
      if (!session) return;
      try {
        await this.lead(session, stop);
        failures = 0;
      } catch (error) {
        this.note(error);
      } finally {
        this.state = 'stand-by';
        await session.close();
      }
      // Long enough for a stand-by, which asks each second, to take over.
      if (this.trouble) await pauseUnless(stop, 1_500 + backOff(failures++));
    }
  }

  private async lead(session: Session, stop: AbortSignal): Promise<void> {
    const { orm, kafka, source, watermarkEveryMs, keepPublishedSeconds, lateMs, counts, onWentBack } = this.options;
    session.onNotification(this.bell.ring);
    void session.lost.then(this.bell.ring);
    // A mark that a crash of the database loses means published twice, which readers drop: no need to wait for the disk.
    await session.all('set synchronous_commit = off');
    await session.all('listen outbox');
    const watermarks = new Watermarks(source, watermarkEveryMs, () => counted(counts, orm, this.logger));
    const cleaner = new OutboxCleaner(keepPublishedSeconds);
    const late = new LateBatches(lateMs);
    const broker = openBroker(kafka, this.logger);
    this.state = 'active';
    const round = async (): Promise<void> => {
      const found = await this.publishNext(session, broker);
      if (watermarks.isDue) await watermarks.publish(session, broker);
      await cleaner.clean(session);
      await late.outdo(session);
      if (this.trouble) this.logger.info('The relay publishes again');
      this.trouble = undefined;
      if (found === 0) await this.bell.heard(1_000);
    };
    try {
      const finding = onWentBack && (await whenWentBack({ orm, source, onWentBack }, broker));
      if (finding) this.logger.error(finding);
      if (finding) this.findings.push(finding);
      let workedAt = performance.now();
      for (let failures = 0; !stop.aborted && !session.isLost;) {
        try {
          await inTime(round(), helplessMs - (performance.now() - workedAt));
          workedAt = performance.now();
          failures = 0;
        } catch (error) {
          if (session.isLost || performance.now() - workedAt >= helplessMs) throw error;
          this.note(error);
          await pauseUnless(stop, Math.min(backOff(failures++), 1_000));
        }
      }
    } finally {
      await broker.close(politeMs);
    }
  }

  /** One batch; answers how many rows it had. */
  private async publishNext(session: Session, broker: Broker): Promise<number> {
    const { source, batchSize } = this.options;
    const rows = await session.all<OutboxRow>(relaySql.next, [batchSize, bytesAtOnce]);
    if (rows.length === 0) return 0;
    const { ids, refused } = await publishRows(rows, broker, source);
    for (const { row, reason } of refused) {
      this.logger.error(
        { event: row.event_id, type: row.type, key: row.key, reason },
        'The broker refuses an event; its key waits in the outbox',
      );
      await session.all(relaySql.refused, [row.id, reason]);
    }
    await session.all(relaySql.published, [ids]);
    relayed.inc(ids.length);
    return rows.length;
  }

  private note(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.trouble)
      this.logger.warn({ err: error }, `The relay cannot publish and tries again: ${message}`);
    this.trouble = message;
  }
}

const [chunk, pauseMs] = [2_000, 60_000];

/** Removes what was published long ago, a chunk at a time, so that nobody waits for it. */
class OutboxCleaner {
  private due = performance.now() + pauseMs;

  constructor(private readonly keepSeconds: number) {}

  async clean(session: Session): Promise<void> {
    if (performance.now() < this.due) return;
    const gone = await session.all(relaySql.forget, [this.keepSeconds, chunk]);
    if (gone.length < chunk) this.due = performance.now() + pauseMs;
  }
}
