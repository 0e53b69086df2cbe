import { freshDatabase, freshNamespace } from '@academies/testing';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { messagingMigrations } from '../database/migrations.ts';
import { createTopics } from '../topics/create-topics.ts';

export const quiet = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });

export const openOrm = (clientUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...messagingMigrations], snapshot: false, silent: true },
    pool: { max: 6 },
  });

/** A service with a database of its own, and the topics, under names that no other test has. */
export async function aService() {
  const kafka = freshNamespace('test');
  const database = await freshDatabase('messaging');
  const orm = await openOrm(database.url);
  await Promise.all([orm.migrator.up(), createTopics(kafka, {}, quiet)]);
  const ask = <Row = Record<string, unknown>>(statement: string) => orm.em.fork().execute<Row[]>(statement);
  return {
    kafka,
    url: database.url,
    orm,
    ask,
    close: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}

export type Service = Awaited<ReturnType<typeof aService>>;
