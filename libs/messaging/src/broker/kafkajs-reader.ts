import type { Kafka, KafkaMessage } from 'kafkajs';
import type { Broker } from './broker.ts';
import type { KafkajsClient } from './kafkajs-client.ts';

/** What kafkajs 2.2.4 has inside and does not show: requests to the leader of a partition, without a group. */
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: number[]): Record<string, number[]>;
  findBroker(about: { nodeId: string }): Promise<{ fetch(request: object): Promise<FetchResponse> }>;
}

interface FetchResponse {
  readonly responses: { readonly partitions: { readonly messages: FetchedMessage[] }[] }[];
}

type FetchedMessage = KafkaMessage & {
  readonly isControlRecord: boolean;
  readonly batchContext?: { readonly partitionLeaderEpoch: number };
};

const readCommitted = 1;

/**
 * Which message stands at an offset. kafkajs reads by group only, and joining one takes seconds and leaves a trace on the
 * broker; this asks the leader for the one batch of records that holds the offset.
 */
export const kafkajsIdentity =
  ({ kafka, onBroker }: KafkajsClient, offsets: Broker['offsets']): Broker['identityAt'] =>
  async (topic, partition, offset) => {
    const ends = (await offsets([topic])).find((one) => one.partition === partition);
    if (!ends || BigInt(offset) >= BigInt(ends.high)) return 'beyond the end';
    if (BigInt(offset) < BigInt(ends.low)) return 'compacted';
    const fetched = await fetchAt(clusterOf(kafka), onBroker(topic), partition, offset);
    const message = fetched.find((one) => one.offset === offset);
    if (!message || message.isControlRecord) return 'compacted';
    const id = message.headers?.['ce_id'];
    return {
      eventId: (Array.isArray(id) ? id[0] : id)?.toString() ?? null,
      leaderEpoch: message.batchContext?.partitionLeaderEpoch ?? -1,
    };
  };

async function fetchAt(cluster: Cluster, topic: string, partition: number, offset: string): Promise<FetchedMessage[]> {
  try {
    await cluster.connect();
    await cluster.addTargetTopic(topic);
    const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
    const leader = await cluster.findBroker({ nodeId: nodeId as string });
    const { responses } = await leader.fetch({
      isolationLevel: readCommitted,
      maxWaitTime: 1_000,
      minBytes: 1,
      maxBytes: 1, // the first batch of records comes whole all the same
      topics: [{ topic, partitions: [{ partition, fetchOffset: offset, maxBytes: 1 }] }],
    });
    return responses.flatMap(({ partitions }) => partitions.flatMap(({ messages }) => messages));
  } finally {
    await cluster.disconnect().catch(() => {});
  }
}

function clusterOf(kafka: Kafka): Cluster {
  const inside = kafka as unknown as Record<symbol, (options: object) => Cluster>;
  const create = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  );
  if (!create) throw new Error('This kafkajs has other insides than 2.2.4: it cannot be asked for one message');
  return (inside[create] as (options: object) => Cluster)({
    allowAutoTopicCreation: false,
    isolationLevel: readCommitted,
  });
}
