import type { OutboxEvent } from '@academies/contracts';
import { openDatabase } from '@academies/database';
import { type KafkaSettings, messagingMigrations as migrations, queueEvents, Relay } from '@academies/messaging';
import { pino } from 'pino';
import { freshDatabase } from '../parts/fresh-database.ts';

const logger = pino({ level: 'silent' });

/** An outbox on a database of its own: what it publishes is what a service of that name would. */
export async function anOutbox(kafka: KafkaSettings, source: string) {
  const database = await freshDatabase(source);
  const orm = await openDatabase(database.url, { name: source, entities: [], migrations });
  return {
    /** Events in one commit; nothing is published yet. */
    queue: (events: readonly OutboxEvent[]) => orm.em.fork().transactional((em) => queueEvents(em, ...events)),
    relay: (more: { watermarkEveryMs?: number } = {}) => new Relay({ orm, kafka, source, logger, ...more }),
    /** Publishes all that is queued. */
    drain: () => new Relay({ orm, kafka, source, logger }).drain(),
    execute: (statement: string, parameters: unknown[] = []) => orm.em.fork().execute(statement, parameters),
    stop: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}
