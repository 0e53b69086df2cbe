import { setTimeout as pause } from 'node:timers/promises';
import type { TopicName } from '@academies/contracts';
import type { Logger } from 'pino';
import type { Broker, Member } from './broker.ts';
import { defaultLogger, type KafkaSettings } from './kafka-settings.ts';
import { kafkajsAdmin } from './kafkajs-admin.ts';
import { kafkajsClient } from './kafkajs-client.ts';
import { joinGroup } from './kafkajs-consumer.ts';
import { kafkajsProducer } from './kafkajs-producer.ts';
import { kafkajsIdentity } from './kafkajs-reader.ts';

/** Kafka, spoken to by kafkajs. Nothing is connected before it is needed. */
export function openBroker(settings: KafkaSettings, logger: Logger = defaultLogger(settings.clientId)): Broker {
  const client = kafkajsClient(settings, logger);
  const admin = kafkajsAdmin(client);
  const producer = kafkajsProducer(client);
  const members = new Set<Member>();
  return {
    offsets: admin.offsets,
    createTopics: admin.createTopics,
    removeTopics: admin.removeTopics,
    readByAll: admin.readByAll,
    deleteBefore: admin.deleteBefore,
    publish: producer.publish,
    identityAt: kafkajsIdentity(client, admin.offsets),
    join(membership) {
      const member = joinGroup(client, membership);
      members.add(member);
      return { leave: () => member.leave().finally(() => members.delete(member)) };
    },
    async close(withinMs) {
      const closing = closeAll().then(() => 'closed' as const);
      const patience = new AbortController();
      const over = pause(withinMs, 'over' as const, { signal: patience.signal });
      if ((await Promise.race([closing, over])) === 'over') logger.warn('The broker does not let go; it is left alone');
      patience.abort();
    },
  };

  async function closeAll(): Promise<void> {
    await Promise.allSettled([...members].map((member) => member.leave()));
    await Promise.allSettled([producer.close(), admin.close()]);
  }
}

/** How long a connection that was opened for one question is waited for when it closes. */
const politeMs = 5_000;

/** Asks the broker something, on a connection that closes afterwards. */
export async function withBroker<Result>(
  settings: KafkaSettings,
  logger: Logger | undefined,
  ask: (broker: Broker) => Promise<Result>,
): Promise<Result> {
  const broker = openBroker(settings, logger);
  return ask(broker).finally(() => broker.close(politeMs));
}

/** Topic → partition → the offset that the next message will have. */
export type Offsets = Record<string, Record<string, string>>;

/** Where these topics end now; a group whose positions reach this has read all that was there (see `positions`). */
export const endOffsets = (kafka: KafkaSettings, topics: readonly TopicName[], logger?: Logger): Promise<Offsets> =>
  withBroker(kafka, logger, (broker) => endsOf(broker, topics));

/** The same, on a connection that is open already. */
export async function endsOf(broker: Pick<Broker, 'offsets'>, topics: readonly TopicName[]): Promise<Offsets> {
  const ends: Offsets = {};
  for (const { topic, partition, high } of await broker.offsets(topics)) (ends[topic] ??= {})[partition] = high;
  return ends;
}
