import type { EntityManager } from '@mikro-orm/postgresql';
import type { Arrival } from '../consumer/arrival.ts';
import { describeFailure } from '../consumer/failure-kind.ts';
import { storable } from '../consumer/raw-message.ts';
import { keyOf } from '../consumer/read-message.ts';
import { sql } from '../database/sql.ts';
import { parkings } from '../health/metrics.ts';
import { deadLetterSql } from './dead-letters.sql.ts';
import type { ParkedEvent, ParkedKind } from './parked-event.ts';

/** A message to be set aside, and why. */
export interface ToPark {
  readonly arrival: Arrival;
  readonly kind: ParkedKind;
  /** None for one that waits behind another. */
  readonly error?: unknown;
  readonly tries?: number;
}

/** Sets messages aside in their order, in the transaction of `em`, and closes their lanes. */
export async function park(em: EntityManager, group: string, messages: readonly ToPark[]): Promise<ParkedEvent[]> {
  if (messages.length === 0) return [];
  await sql(em, deadLetterSql.parkLanes, [group, messages.map(({ arrival }) => arrival.lane)]);
  const rows = messages.map((one) => rowOf(one));
  const written = await sql<{ id: string; parkedAt: string }>(em, deadLetterSql.park, [group, JSON.stringify(rows)]);
  return messages.map(({ arrival }, index) => {
    const { key, topic, partition, offset, type, kind, code, message, tries } = rows[index] as ReturnType<typeof rowOf>;
    const { id, parkedAt } = written[index] as { id: string; parkedAt: string };
    parkings.inc({ group, kind });
    return { id, group, key, topic, partition, offset, type, event: arrival.event, kind, code, message, tries, parkedAt: new Date(parkedAt) };
  });
}

const waiting = { code: 'MESSAGE.WAITS', message: 'An earlier event of the same key is parked', stack: null };

function rowOf({ arrival, kind, error, tries = 0 }: ToPark) {
  const { message, lane, id } = arrival;
  const why = kind === 'waiting' ? waiting : describeFailure(error);
  return {
    lane,
    key: keyOf(message),
    topic: message.topic,
    partition: message.partition,
    offset: message.offset,
    event_id: id,
    type: message.headers['ce_type'] ?? null,
    headers: message.headers,
    raw_key: message.key?.toString('base64') ?? null,
    raw_value: message.value?.toString('base64') ?? null,
    kind,
    code: storable(why.code),
    message: storable(why.message),
    stack: why.stack && storable(why.stack),
    tries,
  };
}
