import { type TopicName, type ValueOf, WatermarkAdvanced } from '@academies/contracts';
import { type Sql, sqlOf } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Offsets } from '../broker/open-broker.ts';
import { type IncomingMessage, type Subscription, topicsOf } from '../message/incoming-message.ts';
import { consumerSql } from './consumer.sql.ts';

const watermarkSql = {
  receive: `
    insert into received_watermark as known (consumer_group, source, committed_before, offsets, said_at, counts)
    select distinct on (source, moment)
      $1, source, moment, offsets, least("saidAt", clock_timestamp()), counts
    from json_to_recordset($2::json)
      as arrived (source text, "committedBefore" timestamptz, offsets jsonb, "saidAt" timestamptz, counts jsonb),
      least("committedBefore", clock_timestamp()) as moment
    order by source, moment, "saidAt" desc
    on conflict (consumer_group, source, committed_before)
      do update set said_at = excluded.said_at, counts = excluded.counts where coalesce(known.said_at, '-infinity') < excluded.said_at`,
  all: `
    select source, offsets, to_char(committed_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "committedBefore"
    from received_watermark where consumer_group = $1 order by source, committed_before desc`,
  newest: `
    select distinct on (source) source, said_at as "saidAt", counts,
      extract(epoch from clock_timestamp() - said_at)::float8 as "secondsAgo"
    from received_watermark where consumer_group = $1 and said_at is not null order by source, said_at desc`,
  forget: 'delete from received_watermark where consumer_group = $1 and source = $2 and committed_before < $3',
};

type Watermark = ValueOf<typeof WatermarkAdvanced>;

/**
 * Keeps the watermarks among these messages, and forgets those that a newer one has made needless. One from the future, of
 * a clock that is wrong, says no more than one of now: else "as of" would run ahead, and stand still until that day.
 */
export async function receiveWatermarks(
  em: EntityManager,
  subscription: Subscription,
  incoming: readonly IncomingMessage[],
): Promise<void> {
  const news = incoming.flatMap(({ event, handling }) =>
    event && handling === 'watermark' ? [{ ...(event.value as Watermark), saidAt: event.time }] : [],
  );
  if (news.length === 0) return;
  const sql = sqlOf(em);
  await sql.all(watermarkSql.receive, [subscription.group, JSON.stringify(news)]);
  for (const [source, reached] of await reachedWatermarks(sql, subscription))
    await sql.all(watermarkSql.forget, [subscription.group, source, reached]);
}

/** Up to when a reader knows everything, and by whose word. */
export interface AsOf {
  /** Undefined while one of the sources has not been heard, or not been caught up with. */
  readonly moment: Date | undefined;
  /** The source whose newest word is the oldest: what it has not said holds the moment back. */
  readonly heldBackBy: string | undefined;
}

/**
 * Up to when a reader knows everything: the oldest, among these sources, of the newest T that it has read up to. Only the
 * topics that the group reads count.
 */
export async function asOf(sql: Sql, subscription: Subscription, sources: readonly string[]): Promise<AsOf> {
  const reached = await reachedWatermarks(sql, subscription);
  const said = (source: string) => reached.get(source) ?? '';
  const [last] = [...sources].sort((one, other) => (said(one) < said(other) ? -1 : 1));
  const moment = last && reached.get(last);
  return { moment: moment ? new Date(moment) : undefined, heldBackBy: last };
}

/** The last that was heard of a service. */
export interface LastWord {
  readonly source: string;
  readonly saidAt: Date;
  readonly secondsAgo: number;
  /** Concern → how many; null of a process that does not count. */
  readonly counts: Readonly<Record<string, number>> | null;
}

/** The last word of every service that a group has heard; as new as it arrived, whether or not the group has caught up. */
export const lastWords = (sql: Sql, { group }: Subscription): Promise<LastWord[]> =>
  sql.all<LastWord>(watermarkSql.newest, [group]);

/** Source → the newest T that this group has read up to. */
async function reachedWatermarks(sql: Sql, subscription: Subscription): Promise<Map<string, string>> {
  const read = await positions(sql, subscription.group);
  const topics = topicsOf(subscription);
  const reached = new Map<string, string>();
  for (const { source, committedBefore, offsets } of await sql.all<Watermark>(watermarkSql.all, [subscription.group]))
    if (!reached.has(source) && topics.every((topic) => hasRead(read, offsets, topic)))
      reached.set(source, committedBefore);
  return reached;
}

const hasRead = (read: Offsets, offsets: Offsets, topic: TopicName): boolean =>
  Object.entries(offsets[topic] ?? {}).every(
    ([partition, end]) => BigInt(read[topic]?.[partition] ?? 0) >= BigInt(end),
  );

/** Topic → partition → the next offset that this group will read. */
export async function positions(sql: Sql, group: string): Promise<Offsets> {
  const rows = await sql.all<{ topic: string; partition: number; next_offset: string }>(consumerSql.positions, [group]);
  const read: Offsets = {};
  for (const { topic, partition, next_offset } of rows) (read[topic] ??= {})[partition] = next_offset;
  return read;
}
