import type { TopicName } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Assignment, Batch, Broker, Position, PartitionEnds } from '../broker/broker.ts';
import { incomingMessage, topicsOf } from '../message/incoming-message.ts';
import { lag } from '../metrics/metrics.ts';
import { retryTransient, Stopped } from '../timing/waiting.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { consumerSql } from './consumer.sql.ts';
import { PositionMoved } from './handle-batch.ts';
import type { RetryingHandler } from './retrying-handler.ts';

/** What the broker brings, handed on in chunks of one transaction each; and where a partition is read from. */
export class BatchReader {
  private readonly suspects = new Map<string, bigint>();
  /** Where each partition is read on from, as far as this process knows. */
  private readonly at = new Map<string, string>();

  constructor(
    private readonly options: ConsumerOptions,
    private readonly broker: Pick<Broker, 'offsets' | 'identityAt'>,
    private readonly handler: RetryingHandler,
    private readonly logger: Logger,
    private readonly stop: AbortSignal,
    /** Something was found that nobody expected, and is put right. */
    private readonly tell: (finding: string) => void,
  ) {}

  /** Each partition is read from where the database says, however long that takes to answer. */
  async positionsOf(assigned: Assignment): Promise<readonly Position[]> {
    lag.reset();
    const ask = () => startingPoints(this.options, this.broker, assigned, this.tell);
    const points = await retryTransient(ask, this.stop, (error) =>
      this.logger.warn({ err: error }, 'It cannot be found out where to read on; tried again'),
    ).catch((error: unknown) => {
      if (error instanceof Stopped) return [];
      throw error;
    });
    this.at.clear();
    for (const { topic, partition, offset, suspectUntil } of points) {
      this.at.set(`${topic} ${partition}`, offset);
      if (suspectUntil) this.suspects.set(`${topic} ${partition}`, BigInt(suspectUntil));
      else this.suspects.delete(`${topic} ${partition}`);
    }
    return points;
  }

  /** Throws when the database went back behind what was read: a restore loses what no new message would bring up. */
  async mustNotHaveGoneBack(): Promise<void> {
    const before = new Map(this.at);
    const { group } = this.options.subscription;
    for (const { topic, partition, next_offset } of await knownPositions(this.options.orm.em.fork(), group)) {
      const here = before.get(`${topic} ${partition}`);
      if (here !== undefined && BigInt(next_offset) < BigInt(here))
        throw new PositionMoved(`The database went back to ${next_offset} of ${topic}/${partition}, from ${here}`);
    }
  }

  /** Nothing is thrown but what says that the batch is to be read again, or that positions are to be asked for anew. */
  async take(batch: Batch): Promise<void> {
    try {
      for (const { messages, nextOffset } of chunksOf(batch, this.options.batchSize ?? 500)) {
        if (batch.isStale()) return;
        await this.takeChunk(batch, messages, nextOffset);
      }
    } catch (error) {
      if (!(error instanceof Stopped) || error instanceof PositionMoved) throw error;
    }
  }

  private async takeChunk(batch: Batch, messages: Batch['messages'], nextOffset: string): Promise<void> {
    const { topic, partition, highWatermark, signal } = batch;
    const { subscription } = this.options;
    const incoming = messages.map((message) => incomingMessage(message, subscription));
    const place = `${topic} ${partition}`;
    const position = this.at.get(place) ?? '0';
    const first = BigInt(messages[0]?.offset ?? 0);
    if (first < BigInt(position))
      throw new PositionMoved(`${topic}/${partition} goes on at ${first}, and ${position} was asked for`);
    const carefully = first < (this.suspects.get(place) ?? 0n);
    await this.handler.handle({ topic, partition, incoming, position, nextOffset }, carefully, signal);
    this.at.set(place, nextOffset);
    batch.commit(nextOffset);
    lag.set({ group: subscription.group, topic, partition }, Number(BigInt(highWatermark) - BigInt(nextOffset)));
  }
}

/** A batch in parts for one transaction each; after the last the partition goes on where the batch says. */
function* chunksOf({ messages, nextOffset }: Batch, size: number) {
  for (let begin = 0; begin < messages.length; begin += size) {
    const next = messages[begin + size];
    const last = messages[begin + size - 1];
    const goesOn = next && last ? String(BigInt(last.offset) + 1n) : nextOffset;
    yield { messages: messages.slice(begin, begin + size), nextOffset: goesOn };
  }
}

/** Where a partition is read from, and up to where a process that died may have been at it. */
export interface StartingPoint {
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly suspectUntil: string | null;
}

interface KnownPosition {
  readonly topic: TopicName;
  readonly partition: number;
  readonly next_offset: string;
  readonly handling_until: string | null;
  readonly last_offset: string | null;
  readonly last_event: string | null;
  readonly last_epoch: number | null;
}

const knownPositions = (em: EntityManager, group: string) => sql<KnownPosition>(em, consumerSql.positions, [group]);

/**
 * Where to read on after joining the group. The service's database is the truth, not the broker: the position there was
 * written with what the events changed. A database that was restored reads again what came since; the offsets that the
 * broker keeps are for those who watch from outside. A topic that no longer has the position, or another message at the
 * last place that was read, is not the one that was read (a disk that was put back, a topic that was made anew): it is
 * read from its beginning, and what came before is dropped by the inbox.
 */
export async function startingPoints(
  options: ConsumerOptions,
  broker: Pick<Broker, 'offsets' | 'identityAt'>,
  assigned: Assignment,
  tell: (finding: string) => void,
): Promise<StartingPoint[]> {
  const { orm, subscription, fromBeginning = true } = options;
  const { group } = subscription;
  const em = orm.em.fork();
  const before = await knownPositions(em, group);
  const ends = (await broker.offsets(topicsOf(subscription))).filter(({ topic, partition }) =>
    assigned[topic]?.includes(partition),
  );
  const begin = ends.map(({ topic, partition, low, high }) => ({
    topic,
    partition,
    next_offset: fromBeginning ? low : high,
  }));
  await sql(em, consumerSql.begin, [group, JSON.stringify(begin)]);
  const known = before.length < ends.length ? await knownPositions(em, group) : before;
  return Promise.all(ends.map((end) => startingPoint(end, known)));

  async function startingPoint(end: PartitionEnds, positions: readonly KnownPosition[]): Promise<StartingPoint> {
    const { topic, partition, low, high } = end;
    const found = positions.find((one) => one.topic === topic && one.partition === partition);
    const next = BigInt(found?.next_offset ?? low);
    const isNew = !before.includes(found as KnownPosition);
    const why =
      (next < BigInt(low) && `it begins at ${low}, behind ${next}`) ||
      (!isNew && next > BigInt(high) && `it ends at ${high}, before ${next}`) ||
      (found && (await whyAnotherLog(broker, found)));
    if (!why) return { topic, partition, offset: String(next), suspectUntil: found?.handling_until ?? null };
    tell(`${topic}/${partition} is not the log that ${group} has read: ${why}. It is read from its beginning`);
    await sql(em, consumerSql.reset, [group, topic, partition, low]);
    return { topic, partition, offset: low, suspectUntil: null };
  }
}

/** What tells that the last message that was read is not there any more; nothing while it is, or is no longer kept. */
async function whyAnotherLog(
  broker: Pick<Broker, 'identityAt'>,
  { topic, partition, last_offset: offset, last_event: event, last_epoch: epoch }: KnownPosition,
): Promise<string | undefined> {
  if (offset === null) return undefined;
  const there = await broker.identityAt(topic, partition, offset);
  if (there === 'compacted') return undefined;
  if (there === 'beyond the end') return `it ends before ${offset}`;
  if ((there.eventId?.slice(0, 100) ?? null) !== event) return `another message is at ${offset}`;
  return epoch !== null && there.leaderEpoch < epoch ? `${offset} is of an older leader` : undefined;
}
