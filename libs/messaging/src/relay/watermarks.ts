import { allEvents, type Concern, type TopicName, topicNames, WatermarkAdvanced } from '@academies/contracts';
import type { Session } from '@academies/database';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Broker } from '../broker/broker.ts';
import { endsOf } from '../broker/open-broker.ts';
import { toMessage } from './publish-rows.ts';
import { relaySql } from './relay.sql.ts';

/** The topics that a service publishes to; its types begin with its name. */
export const topicsOfSource = (source: string): TopicName[] => {
  const own = allEvents.filter(({ type }) => type.startsWith(`${source}.`)).map(({ topic }) => topic);
  return topicNames.filter((topic) => own.includes(topic));
};

/**
 * Says now and then: all that was committed before T is published, up to these offsets.
 *
 * T is right although transactions are open. T is read from PostgreSQL's clock first; the outbox is looked at afterwards,
 * by a statement of its own, whose snapshot is therefore taken later than T. What was committed before T is in that
 * snapshot. What the snapshot does not show, since its transaction is still open, is committed after the snapshot was
 * taken, so after T: it is no part of the promise, however early its rows were written. Rows that the snapshot shows as not
 * yet published (new ones, or of a key that the broker refuses) were written before they were committed, so T is moved
 * back to the oldest such row's time. The offsets are the topics' ends, asked last: they lie at or after everything
 * published, which makes a reader wait a moment longer at most. No lock is taken, nobody waits.
 */
export class Watermarks {
  private due = 0;

  constructor(
    private readonly source: string,
    private readonly every: number,
    private readonly count: () => Promise<Record<string, number> | null>,
  ) {}

  get isDue(): boolean {
    return performance.now() >= this.due;
  }

  async publish(session: Session, broker: Pick<Broker, 'offsets' | 'publish'>): Promise<void> {
    const [clock] = await session.all<{ now: Date }>(relaySql.now);
    const [queue] = await session.all<{ oldest: Date | null }>(relaySql.oldestUnpublished);
    const now = (clock as { now: Date }).now;
    const committedBefore = queue?.oldest && queue.oldest < now ? queue.oldest : now;
    const offsets = await endsOf(broker, topicsOfSource(this.source));
    const value = WatermarkAdvanced.value.parse({
      source: this.source,
      committedBefore: committedBefore.toISOString(),
      offsets,
      counts: await this.count(),
    });
    const message = toMessage(
      {
        event_id: v7(),
        topic: WatermarkAdvanced.topic,
        type: WatermarkAdvanced.type,
        key: this.source,
        subject: this.source,
        sequence: String(committedBefore.getTime()),
        payload: JSON.stringify(value),
        headers: {},
        created_at: now,
      },
      this.source,
    );
    await broker.publish([message]);
    this.due = performance.now() + this.every;
  }
}

/** What a service counts for service support: each concern that it has. */
export type Counts = Readonly<Partial<Record<Concern, (em: EntityManager) => Promise<number>>>>;

/** All of it, counted now; null when that fails, which holds no watermark back: files say by it how fresh they are. */
export async function counted(
  counts: Counts | undefined,
  orm: MikroORM,
  logger: Logger,
): Promise<Record<string, number> | null> {
  if (!counts) return null;
  const em = orm.em.fork();
  const found: Record<string, number> = {};
  try {
    for (const [concern, count] of Object.entries(counts)) found[concern] = await count(em);
    return found;
  } catch (error) {
    logger.warn({ err: error }, 'What waits for service support cannot be counted');
    return null;
  }
}
