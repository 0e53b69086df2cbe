import { topics, type TopicName } from '@academies/contracts';
import { Partitioners } from 'kafkajs';
import { type Broker, type OutgoingMessage, RefusedMessage } from './broker.ts';
import { type KafkajsClient, whenNeeded } from './kafkajs-client.ts';

/** Every in-sync replica has it. */
const allReplicas = -1;

/** The broker takes this very message never. What else it answers (a topic that is missing, no leader) may be put right. */
const refusals = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'CORRUPT_MESSAGE',
  'INVALID_TIMESTAMP',
]);

/**
 * The producer that all services use. The partitioner is named: the same key goes to the same partition (murmur2, as
 * Java's), whoever publishes and whatever a later client's default is. One request in flight keeps the order.
 */
export function kafkajsProducer({
  kafka,
  onBroker,
}: KafkajsClient): Pick<Broker, 'publish'> & { close(): Promise<void> } {
  const producer = whenNeeded(
    kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
    }),
  );
  return {
    async publish(messages) {
      const connected = await producer.get();
      const topicMessages = [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, these]) => ({
        topic: onBroker(topic),
        messages: these.map(({ key, value, headers }: OutgoingMessage) => ({ key, value, headers: { ...headers } })),
      }));
      try {
        await connected.sendBatch({ acks: allReplicas, topicMessages });
      } catch (error) {
        throw refusalOf(error) ?? error;
      }
    },
    close: () => producer.close(),
  };
}

function refusalOf(error: unknown): RefusedMessage | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { type } = cause as { type?: unknown };
    if (typeof type === 'string' && refusals.has(type))
      return new RefusedMessage(`${type}: ${cause.message}`, { cause: error });
  }
  return undefined;
}

const choose = Partitioners.DefaultPartitioner();

/** The partition that a key goes to: what is in one keeps its order. */
export function partitionOf(topic: TopicName, key: string): number {
  const partitionMetadata = Array.from({ length: topics[topic].partitions }, (_, partitionId) => {
    return { partitionId, partitionErrorCode: 0, leader: 0, replicas: [], isr: [] };
  });
  return choose({ topic, partitionMetadata, message: { key: Buffer.from(key), value: null } });
}
