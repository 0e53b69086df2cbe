import { setTimeout as pause } from 'node:timers/promises';
import type { TopicName } from '@academies/contracts';
import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import { defaultLogger } from './default-logger.ts';
import { type KafkaSettings, onBroker } from './kafka-settings.ts';
import { withAdmin } from './with-admin.ts';

/** Topic → partition → the offset that the next message will have. */
export type Offsets = Record<string, Record<string, string>>;

/** Where a partition begins and ends today. */
export interface LogEnds {
  readonly topic: TopicName;
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/** Begin and end of each partition of these topics. */
export const logEnds = (
  kafka: KafkaSettings,
  topics: readonly TopicName[],
  logger: Logger = defaultLogger(kafka.clientId),
): Promise<LogEnds[]> =>
  withAdmin(kafka, logger, async (admin) => {
    const ends: LogEnds[] = [];
    // One after the other: when one fails, none is left behind that would open the closed connection again.
    for (const topic of topics)
      for (const { partition, low, high } of await topicEnds(admin, onBroker(kafka, topic)))
        ends.push({ topic, partition, low, high });
    return ends;
  });

/** Begin and end of a topic's partitions. A leader that was just chosen needs a moment until it answers as one. */
export async function topicEnds(admin: Admin, topic: string): ReturnType<Admin['fetchTopicOffsets']> {
  for (const end = performance.now() + 10_000; ; await pause(50)) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      if ((error as { type?: unknown }).type !== 'NOT_LEADER_FOR_PARTITION' || performance.now() > end) throw error;
    }
  }
}

/** Where the topics end now; a group whose positions reach this has read all that was there (see `positions`). */
export async function endOffsets(kafka: KafkaSettings, topics: readonly TopicName[], logger?: Logger): Promise<Offsets> {
  const offsets: Offsets = {};
  for (const { topic, partition, high } of await logEnds(kafka, topics, logger)) (offsets[topic] ??= {})[partition] = high;
  return offsets;
}
