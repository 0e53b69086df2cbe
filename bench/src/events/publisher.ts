import type { Outgoing } from '@academies/contracts';
import { createTopics, type KafkaSettings, messagingMigrations, queueEvents, Relay } from '@academies/messaging';
import { freshDatabase } from '@academies/testing';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';

/** So many events a transaction; a request of a service has one or two. */
const together = 500;

/** An outbox with a relay, as each service has them. */
export async function aPublisher(kafka: KafkaSettings, source: string) {
  const logger = pino({ level: 'silent' });
  await createTopics(kafka, {}, logger);
  const database = await freshDatabase(`bench_${source}`);
  const orm = await MikroORM.init({
    clientUrl: database.url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: messagingMigrations, snapshot: false, silent: true },
  });
  await orm.migrator.up();
  return {
    /** Puts events in the outbox; nothing is published yet. */
    queue: async (events: readonly Outgoing[]) => {
      for (let from = 0; from < events.length; from += together)
        await orm.em.fork().transactional((em) => queueEvents(em, ...events.slice(from, from + together)));
      await orm.em.fork().execute('vacuum analyze outbox');
    },
    /** Publishes all of it; answers the seconds that the relay took. */
    publish: async (): Promise<number> => {
      const begun = performance.now();
      await new Relay({ orm, kafka, source, logger }).drain();
      return (performance.now() - begun) / 1000;
    },
    stop: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}
