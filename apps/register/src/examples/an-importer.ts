import { createTopics, Relay } from '@academies/messaging';
import { freshDatabase, freshNamespace } from '@academies/testing';
import { openDatabase } from '../database.ts';
import { type Files, importFiles } from '../importing/import-files.ts';

/** An importer with a database and topics of its own, and what it has said and published so far. */
export async function anImporter() {
  const kafka = freshNamespace('register');
  const database = await freshDatabase('register');
  const orm = await openDatabase(database.url);
  await Promise.all([orm.migrator.up(), createTopics(kafka)]);
  const relay = new Relay({ orm, kafka, source: 'register' });
  const said: string[] = [];
  const importing = { orm, drain: () => relay.drain(), say: (line: string) => void said.push(line) };
  const ask = <Row>(sql: string) => orm.em.fork().execute<Row[]>(sql);
  return {
    kafka,
    database,
    orm,
    importing,
    said,
    import: (files: Files) => importFiles(importing, files),
    ask,
    /** `type key` of everything that the broker has taken, in its order. */
    published: async () =>
      (
        await ask<{ what: string }>(
          `select type || ' ' || key as what from outbox where published_at is not null order by id`,
        )
      ).map(({ what }) => what),
    close: async () => {
      await orm.close();
      await database.drop();
    },
  };
}
export type AnImporter = Awaited<ReturnType<typeof anImporter>>;
