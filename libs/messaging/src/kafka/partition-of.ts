import { topics, type TopicName } from '@academies/contracts';
import { Partitioners } from 'kafkajs';

const choose = Partitioners.DefaultPartitioner();

/** The partition that a key goes to (murmur2, as our producer and Java's choose): what is in one keeps its order. */
export function partitionOf(topic: TopicName, key: string): number {
  const partitionMetadata = Array.from({ length: topics[topic].partitions }, (_, partitionId) => ({
    ...{ partitionId, partitionErrorCode: 0, leader: 0, replicas: [], isr: [] },
  }));
  return choose({ topic, partitionMetadata, message: { key: Buffer.from(key), value: null } });
}
