import { sql } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Broker, PartitionEnds } from '../broker/broker.ts';
import { attributes } from '../message/headers.ts';
import { keyOf, type RawMessage } from '../message/read-message.ts';
import { topicsOfSource } from './watermarks.ts';

/** What a service does when its database went back: with the keys that its topics hold, it draws new ones beyond them. */
export type OnWentBack = (orm: MikroORM, keys: readonly string[]) => Promise<unknown>;

const wentBackSql = {
  /** Those of these events that this database never published; what is older than its own memory counts as published. */
  unknown: `
    select seen.id from unnest($1::uuid[]) as seen (id)
     where coalesce(uuid_extract_timestamp(seen.id), 'infinity') > (select since from publishing)
       and not exists (select from published_event as known where known.event_id = seen.id)
       and not exists (select from outbox as known where known.event_id = seen.id)`,
  raise: `
    insert into subject_sequence as known (subject, last)
    select subject, last from json_to_recordset($1::json) as seen (subject text, last bigint) order by subject collate "C"
    on conflict (subject) do update set last = greatest(known.last, excluded.last)`,
  remember: 'insert into published_event (event_id) select id from unnest($1::uuid[]) as id on conflict do nothing',
};

/**
 * Asked by each relay that begins to lead: a database that was restored, or a stand-by that lagged and took over, does not
 * know that it went back, but its topics do. When they hold an event that it does not know, numbers are drawn beyond the
 * highest that was published, so that "the higher number wins" stays true for every copy; the service publishes its whole
 * present state with them; and only then events go out again. Answers what happened, if it did (docs/adr/008).
 */
export async function whenWentBack(
  { orm, source, onWentBack }: { orm: MikroORM; source: string; onWentBack?: OnWentBack | undefined },
  broker: Broker,
): Promise<string | undefined> {
  const unknown = async (ids: readonly string[]) =>
    (await sql<{ id: string }>(orm.em.fork(), wentBackSql.unknown, [ids])).map(({ id }) => id);
  const ends = (await broker.offsets(topicsOfSource(source))).filter(({ low, high }) => low !== high);
  if ((await unknown(await newestIds(broker, ends))).length === 0) return undefined;

  const log = await readLog(broker, ends, source);
  const lost = new Set(await unknown(log.map(({ id }) => id)));
  // Ids are in the order of their making, where two events have the same time.
  const first = log
    .filter(({ id }) => lost.has(id))
    .sort((a, b) => (`${a.time} ${a.id}` < `${b.time} ${b.id}` ? -1 : 1))[0];
  const highest = new Map<string, number>();
  for (const { subject, sequence } of log) highest.set(subject, Math.max(sequence, highest.get(subject) ?? 0));
  const numbers = [...highest].map(([subject, last]) => ({ subject, last }));
  await sql(orm.em.fork(), wentBackSql.raise, [JSON.stringify(numbers)]);
  await onWentBack?.(orm, [...new Set(log.map(({ key }) => key))]);
  // Last: who dies before does it all once more.
  await sql(orm.em.fork(), wentBackSql.remember, [[...lost]]);
  return `The database went back: it does not know ${lost.size} events that were published, the first of them ${first?.type} of ${first?.subject}, ${first?.time} (${first?.id})`;
}

/** The newest event of each partition. */
async function newestIds(broker: Broker, ends: readonly PartitionEnds[]): Promise<string[]> {
  const newest = await Promise.all(
    ends.map(({ topic, partition, high }) => broker.identityAt(topic, partition, String(BigInt(high) - 1n))),
  );
  return newest.flatMap((one) => {
    const { data: id } = attributes.shape.ce_id.safeParse(typeof one === 'string' ? null : one.eventId);
    return id ? [id] : [];
  });
}

/** Everything that the topics hold of this source, by a group of no consequence. */
async function readLog(broker: Broker, ends: readonly PartitionEnds[], source: string) {
  const log: ReturnType<typeof entryOf> = [];
  const missing = new Map(ends.map(({ topic, partition, high }) => [`${topic} ${partition}`, BigInt(high)]));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const member = broker.join({
    group: `${source}-looks-back-${v7()}`,
    topics: [...new Set(ends.map(({ topic }) => topic))],
    onAssigned: async () => ends.map(({ topic, partition, low }) => ({ topic, partition, offset: low })),
    onBatch: async ({ topic, partition, messages, nextOffset, commit }) => {
      for (const message of messages) log.push(...entryOf(message, source));
      commit(nextOffset);
      const place = `${topic} ${partition}`;
      if (BigInt(nextOffset) >= (missing.get(place) ?? 0n)) missing.delete(place);
      if (missing.size === 0) resolve();
    },
    onLost: reject,
  });
  await promise.finally(() => member.leave());
  return log;
}

function entryOf(message: RawMessage, source: string) {
  const { data: ce } = attributes.safeParse(message.headers);
  const key = keyOf(message);
  if (ce?.ce_source !== source || !key) return [];
  const { ce_id: id, ce_type: type, ce_time: time, ce_subject: subject } = ce;
  return [{ id, key, type, time, subject, sequence: Number(ce.ce_sequence) }];
}
