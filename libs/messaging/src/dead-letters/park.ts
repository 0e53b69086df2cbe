import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { IncomingMessage } from '../message/incoming-message.ts';
import { storable, keyOf } from '../message/read-message.ts';
import { parkings } from '../metrics/metrics.ts';
import { deadLetterSql } from './dead-letters.sql.ts';
import { describeFailure } from './failure-kind.ts';
import type { ParkedEvent, ParkedKind } from './parked-event.ts';

/** A message to be set aside, and why. */
export interface ToPark {
  readonly incoming: IncomingMessage;
  readonly kind: ParkedKind;
  /** None for one that waits behind another. */
  readonly error?: unknown;
  readonly tries?: number;
}

/** Sets messages aside in their order, in the transaction of `em`, and blocks their keys. */
export async function park(em: EntityManager, group: string, messages: readonly ToPark[]): Promise<ParkedEvent[]> {
  if (messages.length === 0) return [];
  await sql(em, deadLetterSql.blockKeys, [group, messages.map(({ incoming }) => incoming.orderingKey)]);
  const rows = messages.map((one) => rowOf(one));
  const written = await sql<{ id: string; parkedAt: string }>(em, deadLetterSql.park, [group, JSON.stringify(rows)]);
  return messages.map(({ incoming }, index) => {
    const {
      event_id: eventId,
      key,
      topic,
      partition,
      offset,
      type,
      kind,
      code,
      message,
      tries,
    } = rows[index] as ReturnType<typeof rowOf>;
    const { id, parkedAt } = written[index] as { id: string; parkedAt: string };
    parkings.inc({ group, kind });
    return {
      id,
      eventId,
      group,
      key,
      topic,
      partition,
      offset,
      type,
      event: incoming.event,
      kind,
      code,
      message,
      tries,
      parkedAt: new Date(parkedAt),
      request: null,
    };
  });
}

const waiting = { code: 'MESSAGE.WAITS', message: 'An earlier event of the same key is parked', stack: null };

function rowOf({ incoming, kind, error, tries = 0 }: ToPark) {
  const { message, orderingKey, id } = incoming;
  const why = kind === 'waiting' ? waiting : describeFailure(error);
  return {
    ordering_key: orderingKey,
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
