import { setTimeout as pause } from 'node:timers/promises';
import { AppError, topicNames, topics, type TopicName } from '@academies/contracts';
import type { Admin, ITopicMetadata } from 'kafkajs';
import type { Logger } from 'pino';
import { defaultLogger } from '../kafka/default-logger.ts';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';
import { topicEnds } from '../kafka/log-ends.ts';
import { withAdmin } from '../kafka/with-admin.ts';
import { topicSettings, type TopicDurability } from './topic-settings.ts';

/**
 * Creates the topics that are missing, with the settings of contracts. Asked again, it changes nothing. A topic that has
 * another number of partitions is an error: keys would move, and their order with them.
 */
export async function createTopics(
  kafka: KafkaSettings,
  durability: TopicDurability = {},
  logger: Logger = defaultLogger(kafka.clientId),
): Promise<void> {
  await withAdmin(kafka, logger, async (admin) => {
    const there = new Set(await admin.listTopics());
    const missing = topicNames.filter((topic) => !there.has(onBroker(kafka, topic)));
    if (missing.length > 0)
      await admin.createTopics({
        topics: missing.map((topic) => topicSettings(kafka, topic, durability)),
        waitForLeaders: false,
        timeout: 20_000,
      });
    checkPartitions(await metadataOf(admin, kafka), kafka);
    // Who publishes to a leader that does not know it is one yet is refused in part, and publishes the rest twice.
    for (const topic of missing) await topicEnds(admin, onBroker(kafka, topic));
  });
}

/** The brokers tell each other of a new topic; until they have, one that is asked may not know it. */
async function metadataOf(admin: Admin, kafka: KafkaSettings): Promise<ITopicMetadata[]> {
  for (const end = performance.now() + 20_000; ; await pause(50)) {
    try {
      const { topics: found } = await admin.fetchTopicMetadata({ topics: topicNames.map((topic) => onBroker(kafka, topic)) });
      if (found.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0)) || performance.now() > end) return found;
    } catch (error) {
      if (!mayPass(error) || performance.now() > end) throw error;
    }
  }
}

const mayPass = (error: unknown) => {
  const { type, retriable } = error as { type?: unknown; retriable?: unknown };
  return retriable === true || type === 'UNKNOWN_TOPIC_OR_PARTITION';
};

function checkPartitions(found: readonly ITopicMetadata[], kafka: KafkaSettings): void {
  const wrong = found.flatMap(({ name, partitions }) => {
    const topic = topicNames.find((one) => onBroker(kafka, one) === name) as TopicName;
    const wanted = topics[topic].partitions;
    return partitions.length === wanted ? [] : [`${name} has ${partitions.length} partitions and should have ${wanted}`];
  });
  if (wrong.length > 0)
    throw new AppError('MESSAGING.PARTITIONS', `${wrong.join('; ')}. Partitions never change: the key decides the partition, and with it the order.`);
}
