import { freshDatabase, freshNamespace } from '@academies/testing';
import { createTopics } from '../topics/create-topics.ts';
import { openOrm } from './open-orm.ts';
import { quiet } from './quiet.ts';

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
