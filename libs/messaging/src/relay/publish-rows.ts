import { type TopicName, topicNames, topics } from '@academies/contracts';
import type { Session } from '@academies/database';
import { type Broker, type OutgoingMessage, RefusedMessage } from '../broker/broker.ts';
import { type EventFacts, headersOf } from '../message/headers.ts';
import { relaySql } from './relay.sql.ts';

/** A row of the outbox, as the relay reads it. */
export interface OutboxRow extends EventFacts {
  readonly id: string;
  readonly topic: TopicName;
  readonly key: string;
  readonly payload: string;
}

/** What became of rows that were to be published. */
export interface Published {
  readonly ids: string[];
  readonly refused: { readonly row: OutboxRow; readonly reason: string }[];
}

/**
 * Publishes rows in their order, and answers after the broker has. When the broker refuses the lot, halves are tried until
 * the culprit is alone; later rows of its key are left for the day when that is put right.
 */
export async function publishRows(
  rows: readonly OutboxRow[],
  broker: Pick<Broker, 'publish'>,
  source: string,
): Promise<Published> {
  try {
    await broker.publish(rows.map((row) => toMessage(row, source)));
    return { ids: rows.map(({ id }) => id), refused: [] };
  } catch (error) {
    if (!(error instanceof RefusedMessage)) throw error;
    const reason = error.message;
    if (rows.length === 1) return { ids: [], refused: [{ row: rows[0] as OutboxRow, reason }] };
    const middle = Math.ceil(rows.length / 2);
    const first = await publishRows(rows.slice(0, middle), broker, source);
    const rest = rows.slice(middle).filter((row) => !first.refused.some(({ row: culprit }) => sameKey(culprit, row)));
    const second = rest.length > 0 ? await publishRows(rest, broker, source) : { ids: [], refused: [] };
    return { ids: [...first.ids, ...second.ids], refused: [...first.refused, ...second.refused] };
  }
}

const sameKey = (one: OutboxRow, other: OutboxRow) => one.topic === other.topic && one.key === other.key;

/** An event as the broker gets it. */
export const toMessage = (row: Omit<OutboxRow, 'id'>, source: string): OutgoingMessage => ({
  topic: row.topic,
  key: row.key,
  value: row.payload,
  headers: headersOf(row, source),
});

const compacted = topicNames.filter((topic) => topics[topic].compacted);

/**
 * A relay that lost its lead may have a batch under way that the broker gets after what its successor publishes. Readers
 * drop it by its id; but in a compacted topic an older state would be the last of its key, and all that a new reader sees.
 * So when nothing can be late any more, a new leader publishes the newest state of each key once more that was published
 * around the change.
 */
export class LateBatches {
  #due: number;

  constructor(private readonly lateMs: number) {
    this.#due = performance.now() + lateMs;
  }

  async outdo(session: Session): Promise<void> {
    if (performance.now() < this.#due) return;
    await session.all(relaySql.newestAgain, [compacted, (this.lateMs * 2) / 1_000]);
    this.#due = Infinity;
  }
}
