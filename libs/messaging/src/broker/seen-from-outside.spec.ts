import type { TopicName } from '@academies/contracts';
import { pino } from 'pino';
import type { KafkaSettings } from './kafka-settings.ts';
import { kafkajsClient } from './kafkajs-client.ts';

/** What Kafka's own tools would show, for tests: of a group, and of a topic's settings. */
export async function seenFromOutside(settings: KafkaSettings) {
  const { kafka, onBroker, offBroker } = kafkajsClient(settings, pino({ level: 'silent' }));
  const admin = kafka.admin();
  await admin.connect();
  return {
    /** How many members a group has. */
    async members(group: string): Promise<number> {
      const { groups } = await admin.describeGroups([onBroker(group)]);
      return groups[0]?.members.length ?? 0;
    },
    /** Partition → the offset that the group was last told to have reached; -1 for none. */
    async committed(group: string, topic: TopicName): Promise<Record<number, string>> {
      const [found] = await admin.fetchOffsets({ groupId: onBroker(group), topics: [onBroker(topic)] });
      return Object.fromEntries(found?.partitions.map(({ partition, offset }) => [partition, offset]) ?? []);
    },
    /** The topics that are there. */
    async topics(): Promise<string[]> {
      const mine = onBroker('');
      return (await admin.listTopics()).filter((name) => name.startsWith(mine)).map(offBroker);
    },
    /** As a disk does that is lost. */
    deleteTopic: (topic: TopicName) => admin.deleteTopics({ topics: [onBroker(topic)] }),
    /** The settings of a topic, those asked for. */
    async settings(topic: TopicName, names: string[]): Promise<Record<string, string>> {
      const { resources } = await admin.describeConfigs({
        resources: [{ type: 2, name: onBroker(topic), configNames: names }],
        includeSynonyms: false,
      });
      const entries = resources.flatMap(({ configEntries }) => configEntries);
      return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
    },
    close: () => admin.disconnect(),
  };
}
