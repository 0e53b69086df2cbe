import type { TopicName } from '@academies/contracts';
import type { Logger } from 'pino';
import { sql } from '../database/sql.ts';
import { type LogEnds, logEnds } from '../kafka/log-ends.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { consumerSql } from './consumer.sql.ts';
import { topicsOf } from './subscription.ts';

/** Topic → the partitions that this process reads. */
export type Assignment = Readonly<Record<string, readonly number[]>>;

/** Where a partition is read from, and up to where a process that died may have been at it. */
export interface StartingPoint {
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly suspectUntil: string | null;
}

interface Position {
  readonly topic: TopicName;
  readonly partition: number;
  readonly next_offset: string;
  readonly handling_until: string | null;
}

/**
 * Where to read on after joining the group. The service's database is the truth, not the broker: the position there was
 * written with what the events changed. A database that was restored reads again what came since; the offsets that the
 * broker keeps are for those who watch from outside. A position that the topic no longer has starts at its beginning,
 * and what came before is dropped by the inbox.
 */
export async function startingPoints(options: ConsumerOptions, assigned: Assignment, logger: Logger): Promise<StartingPoint[]> {
  const { orm, kafka, subscription, fromBeginning = true } = options;
  const { group } = subscription;
  const em = orm.em.fork();
  const before = await sql<Position>(em, consumerSql.positions, [group]);
  const ends = (await logEnds(kafka, topicsOf(subscription), logger)).filter(({ topic, partition }) => assigned[topic]?.includes(partition));
  const begin = ends.map(({ topic, partition, low, high }) => ({ topic, partition, next_offset: fromBeginning ? low : high }));
  await sql(em, consumerSql.begin, [group, JSON.stringify(begin)]);
  const known = before.length < ends.length ? await sql<Position>(em, consumerSql.positions, [group]) : before;
  return Promise.all(ends.map((end) => startingPoint(end, known)));

  async function startingPoint(end: LogEnds, positions: readonly Position[]): Promise<StartingPoint> {
    const { topic, partition, low, high } = end;
    const found = positions.find((one) => one.topic === topic && one.partition === partition);
    const next = BigInt(found?.next_offset ?? low);
    if (next >= BigInt(low) && (next <= BigInt(high) || !before.includes(found as Position)))
      return { topic, partition, offset: String(next), suspectUntil: found?.handling_until ?? null };
    logger.error({ group, topic, partition, position: String(next), low, high }, 'The position is not in the topic; it is read from its beginning');
    await sql(em, consumerSql.reset, [group, topic, partition, low]);
    return { topic, partition, offset: low, suspectUntil: null };
  }
}
