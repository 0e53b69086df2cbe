import { TransientError } from '@academies/contracts';
import { createTopics, messagingOf, Relay } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { onWentBack } from '../importing/republish-all.ts';
import type { Settings } from './settings.ts';

/** What goes wrong before the relay runs is said in one line, not in the broker client's log. */
const silent = pino({ level: 'silent' });

/** Publishes what waits in the outbox. */
export function publishing(orm: MikroORM, settings: Settings) {
  const { kafka, durability, logger } = messagingOf('register', settings);
  const relay = new Relay({ orm, kafka, logger, source: 'register', onWentBack });
  return {
    /** Everything that waits now. */
    async drain(): Promise<void> {
      await createTopics(kafka, durability, silent).catch((cause: Error) => {
        const words = `Everything is saved but not yet published: ${cause.message}. Run it again when Kafka answers.`;
        throw new TransientError('REGISTER.KAFKA', words, { cause });
      });
      await relay.drain();
    },
  };
}
