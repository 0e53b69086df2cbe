import { AppError, topicNames, topics, type TopicName } from '@academies/contracts';
import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import { defaultLogger } from '../kafka/default-logger.ts';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';
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
        waitForLeaders: true,
        timeout: 20_000,
      });
    await checkPartitions(admin, kafka);
  });
}

async function checkPartitions(admin: Admin, kafka: KafkaSettings): Promise<void> {
  const known = await admin.fetchTopicMetadata({ topics: topicNames.map((topic) => onBroker(kafka, topic)) });
  const wrong = known.topics.flatMap(({ name, partitions }) => {
    const topic = topicNames.find((one) => onBroker(kafka, one) === name) as TopicName;
    const wanted = topics[topic].partitions;
    return partitions.length === wanted ? [] : [`${name} has ${partitions.length} partitions and should have ${wanted}`];
  });
  if (wrong.length > 0)
    throw new AppError('MESSAGING.PARTITIONS', `${wrong.join('; ')}. Partitions never change: the key decides the partition, and with it the order.`);
}
