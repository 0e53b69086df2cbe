import { type TopicName, type ValueOf, WatermarkAdvanced } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import type { Offsets } from '../kafka/log-ends.ts';
import type { Arrival } from './arrival.ts';
import { consumerSql } from './consumer.sql.ts';
import { type Subscription, topicsOf } from './subscription.ts';

const watermarkSql = {
  receive: `
    insert into received_watermark (consumer_group, source, committed_before, offsets)
    select $1, source, "committedBefore", offsets
    from json_to_recordset($2::json) as arrived (source text, "committedBefore" timestamptz, offsets jsonb)
    on conflict do nothing`,
  all: `
    select source, offsets, to_char(committed_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "committedBefore"
    from received_watermark where consumer_group = $1 order by source, committed_before desc`,
  forget: 'delete from received_watermark where consumer_group = $1 and source = $2 and committed_before < $3',
};

type Watermark = ValueOf<typeof WatermarkAdvanced>;

/** Keeps the watermarks among these arrivals, and forgets those that a newer one has made needless. */
export async function receiveWatermarks(em: EntityManager, subscription: Subscription, arrivals: readonly Arrival[]): Promise<void> {
  const news = arrivals.flatMap(({ event, handling }) => (event && handling === 'watermark' ? [event.value as Watermark] : []));
  if (news.length === 0) return;
  await sql(em, watermarkSql.receive, [subscription.group, JSON.stringify(news)]);
  for (const [source, reached] of await reachedWatermarks(em, subscription))
    await sql(em, watermarkSql.forget, [subscription.group, source, reached]);
}

/**
 * Up to when a reader knows everything: the oldest, among these sources, of the newest T that it has read up to; undefined
 * while one of them has not been heard or not been caught up with. Only the topics that the group reads count.
 */
export async function asOf(em: EntityManager, subscription: Subscription, sources: readonly string[]): Promise<Date | undefined> {
  const reached = await reachedWatermarks(em, subscription);
  const moments = sources.map((source) => reached.get(source));
  if (moments.length === 0 || moments.includes(undefined)) return undefined;
  return new Date(moments.sort()[0] as string);
}

/** Source → the newest T that this group has read up to. */
async function reachedWatermarks(em: EntityManager, subscription: Subscription): Promise<Map<string, string>> {
  const read = await positions(em, subscription.group);
  const topics = topicsOf(subscription);
  const reached = new Map<string, string>();
  for (const { source, committedBefore, offsets } of await sql<Watermark>(em, watermarkSql.all, [subscription.group]))
    if (!reached.has(source) && topics.every((topic) => hasRead(read, offsets, topic))) reached.set(source, committedBefore);
  return reached;
}

const hasRead = (read: Offsets, offsets: Offsets, topic: TopicName): boolean =>
  Object.entries(offsets[topic] ?? {}).every(([partition, end]) => BigInt(read[topic]?.[partition] ?? 0) >= BigInt(end));

/** Topic → partition → the next offset that this group will read. */
export async function positions(em: EntityManager, group: string): Promise<Offsets> {
  const rows = await sql<{ topic: string; partition: number; next_offset: string }>(em, consumerSql.positions, [group]);
  const read: Offsets = {};
  for (const { topic, partition, next_offset } of rows) (read[topic] ??= {})[partition] = next_offset;
  return read;
}
