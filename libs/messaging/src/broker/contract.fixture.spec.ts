import type { TopicName } from '@academies/contracts';
import { freshNamespace } from '@academies/testing';
import type { RawMessage } from '../message/read-message.ts';
import type { Broker, Membership, OutgoingMessage } from './broker.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { seenFromOutside } from './seen-from-outside.spec.ts';

export const topic: TopicName = 'prepare.projects';
export const other: TopicName = 'complete.projects';
export const group = 'readers';

export const aMessage = (key: string | null, value: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  topic,
  key,
  value,
  headers: { ce_id: `id of ${value}` },
  ...more,
});
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** A namespace of its own for each test, with a topic of two partitions, and a reader that commits all it gets. */
export function contractFixture(openBroker: (settings: KafkaSettings) => Broker) {
  let settings: KafkaSettings;
  let broker: Broker;
  let brokers: Broker[];
  let outside: Awaited<ReturnType<typeof seenFromOutside>>;

  const another = (at: KafkaSettings = settings): Broker => {
    const opened = openBroker(at);
    brokers.push(opened);
    return opened;
  };
  const make = (name: TopicName, partitions: number, more: Record<string, string> = {}) =>
    broker.createTopics([{ topic: name, partitions, replicationFactor: 1, settings: more }]);

  beforeEach(async () => {
    settings = { ...freshNamespace(), fetchWaitMs: 50 };
    brokers = [];
    broker = another();
    outside = await seenFromOutside(settings);
    await make(topic, 2);
  });
  afterEach(async () => {
    await Promise.all([...brokers.map((one) => one.close(5_000)), outside.close()]);
  });

  /** Reads everything from given offsets on, commits it, and tells what came. */
  function read(by: Broker = broker, more: Partial<Membership> = {}, from = '0') {
    const seen: RawMessage[] = [];
    const assignments: number[][] = [];
    const lost: unknown[] = [];
    const member = by.join({
      group,
      topics: [topic],
      onAssigned: async (assigned) => {
        const mine = assigned[topic] ?? [];
        assignments.push([...mine].sort());
        return mine.map((partition) => ({ topic, partition, offset: from }));
      },
      onBatch: async (batch) => {
        seen.push(...batch.messages);
        batch.commit(batch.nextOffset);
      },
      onLost: (reason) => lost.push(reason),
      ...more,
    });
    return { seen, assignments, lost, member, values: () => seen.map(({ value }) => value?.toString()) };
  }

  return {
    get broker() {
      return broker;
    },
    get settings() {
      return settings;
    },
    get outside() {
      return outside;
    },
    another,
    make,
    read,
  };
}

export type ContractFixture = ReturnType<typeof contractFixture>;
