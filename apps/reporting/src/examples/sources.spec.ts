import { type KafkaSettings, messagingMigrations, queueEvents, Relay } from '@academies/messaging';
import { eventOfType } from '@academies/contracts';
import { freshDatabase } from '@academies/testing';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import type { Arrived } from '../journal/append.ts';

const quiet = pino({ level: 'silent' });

/** Something that publishes like a service: an outbox and a relay. */
async function aSource(source: string, kafka: KafkaSettings) {
  const database = await freshDatabase(source);
  const orm = await MikroORM.init({
    clientUrl: database.url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...messagingMigrations], snapshot: false, silent: true },
  });
  await orm.migrator.up();
  const relay = new Relay({ orm, kafka, source, logger: quiet, watermarkEveryMs: 200 });
  relay.start();
  return {
    publish: (events: readonly Arrived[]) =>
      orm.em.fork().transactional((em) =>
        queueEvents(
          em,
          ...events.map(({ type, key, subject, value }) => ({
            event: eventOfType(type) as NonNullable<ReturnType<typeof eventOfType>>,
            key: key ?? '',
            subject: subject ?? '',
            value,
          })),
        ),
      ),
    stop: async () => {
      await relay.stop();
      await orm.close(true);
      await database.drop();
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
