import { topics, type TopicName } from '@academies/contracts';
import type { ITopicConfig } from 'kafkajs';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';

/** How well topics are kept. Development: one copy, without end. Production: replication 3, `minInSyncReplicas` 2. */
export interface TopicDurability {
  readonly replicationFactor?: number | undefined;
  readonly minInSyncReplicas?: number | undefined;
  /** How long the project topics keep their events; without end unless told. Compacted topics keep the newest of each key. */
  readonly retentionMs?: number | undefined;
}

/** What the broker is told of a topic. */
export function topicSettings(
  kafka: KafkaSettings,
  topic: TopicName,
  { replicationFactor = 1, minInSyncReplicas = 1, retentionMs = -1 }: TopicDurability,
): ITopicConfig {
  const { partitions, compacted } = topics[topic];
  const keeping = compacted
    ? { 'cleanup.policy': 'compact' }
    : { 'cleanup.policy': 'delete', 'retention.ms': String(retentionMs), 'retention.bytes': '-1' };
  const configs = { ...keeping, 'min.insync.replicas': String(minInSyncReplicas) };
  return {
    topic: onBroker(kafka, topic),
    numPartitions: partitions,
    replicationFactor,
    configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })),
  };
}
