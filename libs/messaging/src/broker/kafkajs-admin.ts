import { setTimeout as pause } from 'node:timers/promises';
import type { TopicName } from '@academies/contracts';
import type { Admin, ITopicMetadata } from 'kafkajs';
import type { Broker, PartitionEnds, TopicSettings } from './broker.ts';
import { type KafkajsClient, whenNeeded } from './kafkajs-client.ts';

/** How long brokers have to agree on a new topic; on a busy machine that took 10 seconds. */
const patienceMs = 30_000;

/** What is asked of the brokers beside messages, on a connection of its own. */
export function kafkajsAdmin({ kafka, onBroker, offBroker }: KafkajsClient): Pick<
  Broker,
  'offsets' | 'createTopics' | 'removeTopics' | 'readByAll' | 'deleteBefore'
> & {
  close(): Promise<void>;
} {
  const admin = whenNeeded(kafka.admin());
  return {
    async offsets(topics) {
      const connected = await admin.get();
      const ends: PartitionEnds[] = [];
      // One after the other: when one fails, none is left behind that would open a closed connection again.
      for (const topic of topics)
        for (const { partition, low, high } of await topicEnds(connected, onBroker(topic)))
          ends.push({ topic, partition, low, high });
      return ends;
    },
    async createTopics(topics) {
      const connected = await admin.get();
      const there = new Set(await connected.listTopics());
      const missing = topics.filter(({ topic }) => !there.has(onBroker(topic)));
      if (missing.length > 0)
        await connected.createTopics({
          topics: missing.map((topic) => configOf(onBroker(topic.topic), topic)),
          waitForLeaders: false,
          timeout: patienceMs,
        });
      const found = await metadataOf(
        connected,
        topics.map(({ topic }) => onBroker(topic)),
      );
      // Who publishes to a leader that does not know it is one yet is refused in part, and publishes the rest twice.
      for (const { topic } of missing) await topicEnds(connected, onBroker(topic));
      return new Map<TopicName, number>(found.map(({ name, partitions }) => [offBroker(name), partitions.length]));
    },
    async removeTopics() {
      const connected = await admin.get();
      const prefix = onBroker('');
      if (prefix === '') throw new Error('Only the topics of a namespace are removed together');
      const topics = (await connected.listTopics()).filter((name) => name.startsWith(prefix));
      if (topics.length > 0) await connected.deleteTopics({ topics, timeout: 20_000 });
      return topics.length;
    },
    async readByAll(topics) {
      const connected = await admin.get();
      const { groups } = await connected.listGroups();
      const read: Record<string, Record<string, string>> = {};
      for (const { groupId } of groups.filter((one) => isReader(one.groupId)))
        for (const found of await connected.fetchOffsets({ groupId, topics: topics.map(onBroker) }))
          for (const { partition, offset } of found.partitions) {
            const topic = (read[offBroker(found.topic)] ??= {});
            const before = topic[partition];
            // -1 of a group that has told nothing of this partition.
            if (BigInt(offset) >= 0n && (before === undefined || BigInt(offset) < BigInt(before)))
              topic[partition] = offset;
          }
      return read;
    },
    async deleteBefore(places) {
      const connected = await admin.get();
      for (const [topic, found] of Map.groupBy(places, (one) => one.topic))
        await connected.deleteTopicRecords({
          topic: onBroker(topic),
          partitions: found.map(({ partition, offset }) => ({ partition, offset })),
        });
    },
    close: () => admin.close(),
  };
}

/** Who only looks back reads for nobody (read-log.ts). */
const isReader = (group: string) => !group.includes('looks-back-');

const configOf = (topic: string, { partitions, replicationFactor, settings }: TopicSettings) => ({
  topic,
  numPartitions: partitions,
  replicationFactor,
  configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
});

/** The brokers tell each other of a new topic; until they have, one that is asked may not know it. */
async function metadataOf(admin: Admin, topics: string[]): Promise<ITopicMetadata[]> {
  for (const end = performance.now() + patienceMs; ; await pause(50)) {
    try {
      const { topics: found } = await admin.fetchTopicMetadata({ topics });
      if (found.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0)) || performance.now() > end)
        return found;
    } catch (error) {
      if (!mayPass(error) || performance.now() > end) throw error;
    }
  }
}

const mayPass = (error: unknown) => {
  const { type, retriable } = error as { type?: unknown; retriable?: unknown };
  return retriable === true || type === 'UNKNOWN_TOPIC_OR_PARTITION';
};

/** Begin and end of a topic's partitions. A leader that was just chosen needs a moment until it answers as one. */
async function topicEnds(admin: Admin, topic: string): ReturnType<Admin['fetchTopicOffsets']> {
  for (const end = performance.now() + patienceMs; ; await pause(50)) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      if ((error as { type?: unknown }).type !== 'NOT_LEADER_FOR_PARTITION' || performance.now() > end) throw error;
    }
  }
}
