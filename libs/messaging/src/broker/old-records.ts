import type { TopicName } from '@academies/contracts';
import type { Logger } from 'pino';
import type { KafkaSettings } from './kafka-settings.ts';
import { endsOf, type Offsets, withBroker } from './open-broker.ts';

/** Where these topics end now: what lies before is what is to be deleted. */
export const recordsUntilNow = (
  kafka: KafkaSettings,
  topics: readonly TopicName[],
  logger?: Logger,
): Promise<Offsets> => withBroker(kafka, logger, (broker) => endsOf(broker, topics));

/**
 * Deletes what lies before these ends, as far as every group has read it; true when all of it is gone. A partition that
 * nobody reads is left as it is.
 */
export const deleteOldRecords = (kafka: KafkaSettings, ends: Offsets, logger?: Logger): Promise<boolean> =>
  withBroker(kafka, logger, async (broker) => {
    const topics = Object.keys(ends) as TopicName[];
    const read = await broker.readByAll(topics);
    const least = (one: string, other = '0') => (BigInt(one) < BigInt(other) ? one : other);
    const before = Object.entries(ends).flatMap(([topic, partitions]) =>
      Object.entries(partitions).map(([partition, end]) => ({
        topic: topic as TopicName,
        partition: Number(partition),
        offset: least(end, read[topic]?.[partition]),
      })),
    );
    await broker.deleteBefore(before.filter(({ offset }) => offset !== '0'));
    const left = await broker.offsets(topics);
    return left.every(({ topic, partition, low }) => BigInt(low) >= BigInt(ends[topic]?.[String(partition)] ?? 0));
  });
