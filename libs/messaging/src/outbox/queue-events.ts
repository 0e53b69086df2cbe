import { InvalidError, type OutboxEvent, PermanentError } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { traceHeader } from '../message/headers.ts';

/** Kafka's limit of 1 MB, with what its record and our headers need beside the value. */
const limit = 1_000_000;

/** An event to be queued; with the trace of what made it, where that is not what is being done now. */
export type Queued = OutboxEvent & { readonly traceparent?: string | undefined };

/**
 * Puts events into the outbox, in the transaction that is open on `em`: they are published when it commits, and never
 * when it does not. Writes at once, not at the flush; both are in the same commit, so their order cannot be seen. State
 * that an event carries must be what the transaction will leave, not what it found.
 */
export async function queueEvents(em: EntityManager, ...events: readonly Queued[]): Promise<void> {
  if (!em.isInTransaction())
    throw new Error('Events are queued in the transaction of their change: open one on this em');
  if (events.length === 0) return;
  await sql(em, queueEventsSql, [JSON.stringify(events.map(outboxRow))]);
}

/** What the outbox keeps of an event: checked by its own schema and small enough for Kafka, or refused here and now. */
function outboxRow({ id, event, key, subject, value, traceparent }: Queued) {
  const checked = event.value.safeParse(value);
  if (!checked.success)
    throw new PermanentError(
      'MESSAGING.INVALID_EVENT',
      `${event.type} of ${subject} is not what its schema says: ${checked.error.message}`,
    );
  if (!key || !subject) throw new PermanentError('MESSAGING.NO_KEY', `${event.type} needs a key and a subject`);
  const payload = JSON.stringify(checked.data);
  const size = Buffer.byteLength(payload) + Buffer.byteLength(key) + Buffer.byteLength(subject) + 400;
  if (size > limit)
    throw new InvalidError(
      'MESSAGING.EVENT_TOO_LARGE',
      `This is too much to save at once: ${megabytes(size)}, where 1 MB is the limit`,
    );
  return {
    event_id: id,
    topic: event.topic,
    type: event.type,
    key,
    subject,
    payload,
    headers: traceparent ? { traceparent } : traceHeader(),
    size,
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * Takes the next numbers of each subject, then inserts in the order given. The row of a subject stays locked until the
 * transaction ends, and ids are taken after that lock, so a subject's ids and numbers rise together in commit order.
 */
export const queueEventsSql = `
  with queued as (
    select * from rows from (
      json_to_recordset($1::json) as (event_id uuid, topic text, type text, key text, subject text, payload text, headers jsonb, size int)
    ) with ordinality as queued (event_id, topic, type, key, subject, payload, headers, size, place)
  ),
  numbers as (
    insert into subject_sequence as known (subject, last)
    select subject, count(*) from queued group by subject order by subject collate "C"
    on conflict (subject) do update set last = known.last + excluded.last
    returning subject, last
  ),
  numbered as (
    select queued.*, last - count(*) over (partition by subject) + row_number() over (partition by subject order by place) as sequence
    from queued join numbers using (subject)
  ),
  inserted as (
    insert into outbox (event_id, topic, type, key, subject, sequence, payload, headers, size)
    select event_id, topic, type, key, subject, sequence, payload, headers, size from numbered order by place
  )
  select pg_notify('outbox', '')`;
