import type { OutboxEvent } from '@academies/contracts';
import { createTopics, type KafkaSettings } from '@academies/messaging';
import { anOutbox } from '@academies/testing/system';
import { pino } from 'pino';

/** So many events a transaction; a request of a service has one or two. */
const together = 500;

/** An outbox with a relay, as each service has them, beside topics that are there. */
export async function aPublisher(kafka: KafkaSettings, source: string) {
  await createTopics(kafka, {}, pino({ level: 'silent' }));
  const { queue, drain, execute, stop } = await anOutbox(kafka, source);
  return {
    /** Puts events in the outbox; nothing is published yet. */
    queue: async (events: readonly OutboxEvent[]) => {
      for (let from = 0; from < events.length; from += together) await queue(events.slice(from, from + together));
      await execute('vacuum analyze outbox');
    },
    /** Publishes all of it; answers the seconds that the relay took. */
    publish: async (): Promise<number> => {
      const begun = performance.now();
      await drain();
      return (performance.now() - begun) / 1000;
    },
    stop,
  };
}
