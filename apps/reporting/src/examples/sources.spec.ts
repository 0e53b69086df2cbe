import type { KafkaSettings } from '@academies/messaging';
import { eventOfType } from '@academies/contracts';
import { anOutbox } from '@academies/testing/system';
import type { Arrived } from '../journal/append.ts';

/** Something that publishes like a service: an outbox and a relay. */
async function aSource(source: string, kafka: KafkaSettings) {
  const outbox = await anOutbox(kafka, source);
  const relay = outbox.relay({ watermarkEveryMs: 200 });
  relay.start();
  return {
    publish: (events: readonly Arrived[]) =>
      outbox.queue(
        events.map(({ type, key, subject, value }) => ({
          event: eventOfType(type) as NonNullable<ReturnType<typeof eventOfType>>,
          key: key ?? '',
          subject: subject ?? '',
          value,
        })),
      ),
    stop: async () => {
      await relay.stop();
      await outbox.stop();
    },
  };
}

/** Prepare, Complete and the register, as far as Reporting can tell. */
export async function theSources(kafka: KafkaSettings) {
  const names = ['prepare', 'complete', 'register'] as const;
  const [prepare, complete, register] = await Promise.all(names.map((name) => aSource(name, kafka)));
  const all = { prepare, complete, register };
  return {
    /** Publishes events from the service whose they are. */
    publish: async (...events: Arrived[]) => {
      for (const name of names) await all[name]?.publish(events.filter(({ type }) => type.startsWith(`${name}.`)));
    },
    stop: () => Promise.all(Object.values(all).map((one) => one?.stop())),
  };
}
