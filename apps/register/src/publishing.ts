import { once } from 'node:events';
import { TransientError } from '@academies/contracts';
import { createTopics, type KafkaSettings, Relay } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import type { Settings } from './settings.ts';

/** What goes wrong before the relay runs is said in one line, not in the broker client's log. */
const silent = pino({ level: 'silent' });

/** Publishes what waits in the outbox. */
export function publishing(orm: MikroORM, { KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings) {
  const kafka: KafkaSettings = { brokers, namespace, clientId: 'register' };
  const relay = new Relay({ orm, kafka, source: 'register' });
  return {
    /** Everything that waits now. */
    async drain(): Promise<void> {
      await createTopics(kafka, {}, silent).catch((cause: Error) => {
        const words = `Everything is saved but not yet published: ${cause.message}. Run it again when Kafka answers.`;
        throw new TransientError('REGISTER.KAFKA', words, { cause });
      });
      await relay.drain();
    },
    /** Until a signal comes; also says every few seconds that nothing waits (watermarks, DESIGN.md). */
    async untilStopped(): Promise<void> {
      relay.start();
      await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      await relay.stop();
    },
  };
}
