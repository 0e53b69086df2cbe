import type { Client } from 'pg';
import { inTransaction } from '../database/in-transaction.ts';
import { sqlOn } from '../database/sql.ts';
import { replay } from '../journal/replay.ts';
import { catalogue } from './catalogue.sql.ts';
import { dropModel } from './model-tables.sql.ts';
import { projectEvents, type Projection } from './project-events.ts';
import { addReadModel, findReadModel } from './read-model.ts';

/**
 * Brings the read model of these columns up to the end of the journal, building it when it is new, and makes it the
 * one that is read. The former one serves until then and stays, to be removed by hand or by a later release. Must run
 * where nobody appends: in the active projector before it consumes, or with the projectors stopped.
 */
export async function buildReadModel(projection: Projection, client: Client, onProgress?: (position: number) => void) {
  const sql = sqlOn(client);
  const { fingerprint, columns } = projection;
  await inTransaction(client, async () => {
    if (!(await findReadModel(fingerprint, sql))) await addReadModel(fingerprint, columns, sql);
  });
  await catchUp(projection, client, onProgress);
  await sql.all(catalogue.makeCurrent, [fingerprint]);
}

/** Takes what the journal has beyond the read model's position, part by part. */
export async function catchUp(projection: Projection, client: Client, onProgress?: (position: number) => void) {
  const sql = sqlOn(client);
  const known = await findReadModel(projection.fingerprint, sql);
  for await (const events of replay(sql, known?.position ?? 0)) {
    await inTransaction(client, () => projectEvents(events, projection, sql));
    onProgress?.((events.at(-1) as { position: number }).position);
  }
}

/** Forgets a read model; the journal can always make it again. */
export const dropReadModel = (fingerprint: string, client: Client): Promise<void> =>
  inTransaction(client, async () => {
    await client.query(dropModel(fingerprint));
    await client.query(catalogue.remove, [fingerprint]);
  });
