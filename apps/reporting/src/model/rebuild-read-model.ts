import type { Client } from 'pg';
import { inTransaction } from '../database/in-transaction.ts';
import { sqlOn } from '../database/sql.ts';
import { replay } from '../journal/replay.ts';
import { catalogue } from './catalogue.sql.ts';
import { catchUp, dropReadModel } from './build-read-model.ts';
import { hashOf } from './hash.sql.ts';
import { dropModel, replaceModel } from './model-tables.sql.ts';
import { projectEvents, type Projection } from './project-events.ts';
import { addReadModel, findReadModel } from './read-model.ts';

/** What a rebuild found: the hash of rows and history before and after. */
export interface Rebuilt {
  readonly before: unknown;
  readonly after: unknown;
  readonly same: boolean;
}

/**
 * Makes the read model again from the start of the journal, beside the one that serves on, and compares the two at the
 * same place of the journal. `keep` swaps the new one in. The projector may run: it waits for the last few events only.
 */
export async function rebuildReadModel(
  projection: Projection,
  client: Client,
  { keep }: { keep: boolean },
): Promise<Rebuilt> {
  const sql = sqlOn(client);
  const serving = projection.fingerprint;
  const beside = { ...projection, fingerprint: `${serving}_again` };
  await dropReadModel(beside.fingerprint, client);
  await inTransaction(client, () => addReadModel(beside.fingerprint, projection.columns, sql));
  await catchUp(beside, client);
  return inTransaction(client, async () => {
    await sql.all(catalogue.hold, [serving]); // from here to the commit the projector waits
    const { position = 0 } = (await findReadModel(beside.fingerprint, sql)) ?? {};
    for await (const events of replay(sql, position)) await projectEvents(events, beside, sql);
    const [before] = await sql.all(hashOf(serving));
    const [after] = await sql.all(hashOf(beside.fingerprint));
    const ending = keep ? replaceModel(serving, beside.fingerprint) : [dropModel(beside.fingerprint)];
    for (const statement of ending) await sql.all(statement);
    await sql.all(catalogue.remove, [beside.fingerprint]);
    return { before, after, same: JSON.stringify(before) === JSON.stringify(after) };
  });
}
