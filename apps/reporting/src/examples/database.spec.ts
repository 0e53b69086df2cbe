import { freshDatabase } from '@academies/testing';
import { Client } from 'pg';
import { columns } from '../columns/columns.ts';
import { fingerprintOf } from '../columns/fingerprint.ts';
import { openDatabase } from '../database/orm.ts';
import { sqlOf } from '../database/sql.ts';
import type { Arrived } from '../journal/append.ts';
import { buildReadModel } from '../model/build-read-model.ts';
import type { Projection } from '../model/project-events.ts';
import { takeBatch } from '../projector/take-batch.ts';
import { addresses } from './rows.spec.ts';

/** The read model of tests. */
export const projection: Projection = { fingerprint: fingerprintOf(columns, addresses), columns, addresses };

/** A database of Reporting with its tables and an empty read model. */
export async function aDatabase() {
  const database = await freshDatabase('reporting');
  const orm = await openDatabase(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await buildReadModel(projection, client);
  return {
    url: database.url,
    orm,
    client,
    /** Takes events as the projector does: journal, rows and history in one transaction. */
    take: (...events: Arrived[]) => orm.em.fork().transactional((em) => takeBatch(events, projection, sqlOf(em))),
    drop: async () => {
      await client.end();
      await orm.close(true);
      await database.drop();
    },
  };
}
export type Database = Awaited<ReturnType<typeof aDatabase>>;
