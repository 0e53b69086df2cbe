import { freshDatabase } from '@academies/testing';
import { Client } from 'pg';
import { columns } from '../columns/columns.ts';
import { fingerprintOf } from '../columns/fingerprint.ts';
import { openDatabase } from '../database/orm.ts';
import { sqlOf } from '../database/sql.ts';
import { append, type Arrived } from '../journal/append.ts';
import { buildReadModel } from '../model/build-read-model.ts';
import { type Projection, projectEvents } from '../model/project-events.ts';
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
    take: (...events: Arrived[]) =>
      orm.em.fork().transactional(async (em) => projectEvents(await append(events, sqlOf(em)), projection, sqlOf(em))),
    drop: async () => {
      await client.end();
      await orm.close(true);
      await database.drop();
    },
  };
}
export type Database = Awaited<ReturnType<typeof aDatabase>>;
