import type { TopicName } from '@academies/contracts';
import { connectTo } from '../kafka/connect.ts';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';
import { endOffsets } from '../kafka/log-ends.ts';
import { quiet } from './quiet.ts';

export interface Seen {
  readonly key: string | undefined;
  readonly partition: number;
  readonly offset: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** Everything that a topic holds now, by a group of no consequence. */
export async function readAll(kafka: KafkaSettings, topic: TopicName): Promise<Seen[]> {
  const ends = (await endOffsets(kafka, [topic], quiet))[topic] ?? {};
  const missing = new Set(Object.entries(ends).flatMap(([partition, end]) => (end === '0' ? [] : [Number(partition)])));
  const seen: Seen[] = [];
  if (missing.size === 0) return seen;
  const consumer = connectTo(kafka, quiet).consumer({ groupId: onBroker(kafka, `look-${Math.random()}`), maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics: [onBroker(kafka, topic)], fromBeginning: true });
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        eachMessage: async ({ partition, message }) => {
          const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
          seen.push({
            key: message.key?.toString(),
            partition,
            offset: message.offset,
            value: message.value?.toString() ?? '',
            headers: Object.fromEntries(headers) as Record<string, string>,
          });
          if (BigInt(message.offset) + 1n >= BigInt(ends[partition] ?? '0')) missing.delete(partition);
          if (missing.size === 0) done();
        },
      })
      .catch(fail);
  });
  await consumer.disconnect();
  return seen.sort((one, other) => one.partition - other.partition || Number(one.offset) - Number(other.offset));
}
