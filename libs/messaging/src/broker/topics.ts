import { AppError, topicNames, topics, type TopicName } from '@academies/contracts';
import type { Logger } from 'pino';
import type { TopicSettings } from './broker.ts';
import { type KafkaSettings, messagingOf, type MessagingSettings } from './kafka-settings.ts';
import { withBroker } from './open-broker.ts';

/** How well topics are kept. Development: one copy, without end. Production: replication 3, `minInSyncReplicas` 2. */
export interface TopicDurability {
  readonly replicationFactor?: number | undefined;
  readonly minInSyncReplicas?: number | undefined;
  /** How long the project topics keep their events; without end unless told. Compacted topics keep the newest of each key. */
  readonly retentionMs?: number | undefined;
}

/**
 * Creates the topics that are missing, with the settings of contracts. Asked again, it changes nothing. A topic that has
 * another number of partitions is an error: keys would move, and their order with them.
 */
export async function createTopics(
  kafka: KafkaSettings,
  durability: TopicDurability = {},
  logger?: Logger,
): Promise<void> {
  const wanted = topicNames.map((topic) => settingsOf(topic, durability));
  const found = await withBroker(kafka, logger, (broker) => broker.createTopics(wanted));
  const wrong = wanted.flatMap(({ topic, partitions }) =>
    found.get(topic) === partitions
      ? []
      : [`${topic} has ${found.get(topic) ?? 0} partitions and should have ${partitions}`],
  );
  if (wrong.length > 0)
    throw new AppError(
      'MESSAGING.PARTITIONS',
      `${wrong.join('; ')}. Partitions never change: the key decides the partition, and with it the order.`,
    );
}

/** Takes away what a trial has in Kafka; answers how many topics that were. The topics of others are not touched. */
export const removeTrialTopics = (settings: MessagingSettings, logger?: Logger): Promise<number> =>
  withBroker(messagingOf('setup', { ...settings, TRIAL: 'yes' }).kafka, logger, (broker) => broker.removeTopics());

/** What the broker is told of a topic. */
function settingsOf(
  topic: TopicName,
  { replicationFactor = 1, minInSyncReplicas = 1, retentionMs = -1 }: TopicDurability,
): TopicSettings {
  const { partitions, compacted } = topics[topic];
  const keeping: Record<string, string> = compacted
    ? { 'cleanup.policy': 'compact' }
    : { 'cleanup.policy': 'delete', 'retention.ms': String(retentionMs), 'retention.bytes': '-1' };
  const settings = { ...keeping, 'min.insync.replicas': String(minInSyncReplicas) };
  return { topic, partitions, replicationFactor, settings };
}
