import type { Outgoing } from '@academies/contracts';
import { type KafkaSettings, messagingMigrations, queueEvents, Relay } from '@academies/messaging';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { freshDatabase } from '../fresh-database.ts';

const logger = pino({ level: 'silent' });

/** An outbox on a database of its own: what it publishes is what a service of that name would. */
export async function anOutbox(kafka: KafkaSettings, source: string) {
  const database = await freshDatabase(source);
  const orm = await MikroORM.init({
    clientUrl: database.url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...messagingMigrations], snapshot: false, silent: true },
  });
  await orm.migrator.up();
  return {
    /** Events in one commit; nothing is published yet. */
    queue: (events: readonly Outgoing[]) => orm.em.fork().transactional((em) => queueEvents(em, ...events)),
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
