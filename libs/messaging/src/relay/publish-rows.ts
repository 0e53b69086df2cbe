import type { Producer } from 'kafkajs';
import { allReplicas } from '../kafka/producer.ts';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';
import type { OutboxRow } from './outbox-row.ts';
import { refusalOf } from './refusal.ts';
import { toMessage } from './to-message.ts';

/** What became of rows that were to be published. */
export interface Published {
  readonly ids: string[];
  readonly refused: { readonly row: OutboxRow; readonly reason: string }[];
}

/**
 * Publishes rows in their order, and answers after the broker has. When the broker refuses the lot, halves are tried until
 * the culprit is alone; later rows of its key are left for the day when it is mended.
 */
export async function publishRows(
  rows: readonly OutboxRow[],
  producer: Producer,
  kafka: KafkaSettings,
  source: string,
): Promise<Published> {
  try {
    await producer.sendBatch({ acks: allReplicas, topicMessages: byTopic(rows, kafka, source) });
    return { ids: rows.map(({ id }) => id), refused: [] };
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    if (rows.length === 1) return { ids: [], refused: [{ row: rows[0] as OutboxRow, reason }] };
    const middle = Math.ceil(rows.length / 2);
    const first = await publishRows(rows.slice(0, middle), producer, kafka, source);
    const rest = rows.slice(middle).filter((row) => !first.refused.some(({ row: culprit }) => sameKey(culprit, row)));
    const second = rest.length > 0 ? await publishRows(rest, producer, kafka, source) : { ids: [], refused: [] };
    return { ids: [...first.ids, ...second.ids], refused: [...first.refused, ...second.refused] };
  }
}

const sameKey = (one: OutboxRow, other: OutboxRow) => one.topic === other.topic && one.key === other.key;

const byTopic = (rows: readonly OutboxRow[], kafka: KafkaSettings, source: string) =>
  [...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, these]) => ({
    topic: onBroker(kafka, topic),
    messages: these.map((row) => toMessage(row, source)),
  }));
