import type { Session } from '@academies/database';
import type { Projection } from '../projection/project-events.ts';
import { addReadModel, currentReadModel, holdCurrent, makeCurrent } from '../read-model/read-model.ts';
import { choiceTable, rowTable, schemaOf } from '../read-model/tables.sql.ts';
import { applyPart, catchUp, dropBuild, dropUnread } from './build-read-model.ts';

/** One number each for rows, narrow rows, changed cells and findings: two read models that say the same have the same. */
export const hashOf = (build: string): string => `
  select (select md5(coalesce(string_agg(md5(row::text), '' order by project_reference), '')) from ${rowTable(build)} as row) as rows,
         (select md5(coalesce(string_agg(md5(choice::text), '' order by project_reference), '')) from ${choiceTable(build)} as choice) as choices,
         (select md5(coalesce(string_agg(md5(change::text), '' order by project_reference, position), ''))
            from ${schemaOf(build)}.row_change as change) as history,
         (select md5(coalesce(string_agg(md5(finding::text), '' order by project_reference, rule), ''))
            from ${schemaOf(build)}.finding as finding) as findings`;

/** What a rebuild found: the hash of rows, history and findings before and after. */
export interface Rebuilt {
  readonly before: unknown;
  readonly after: unknown;
  readonly same: boolean;
}

/**
 * Makes the read model again from the start of the journal, beside the one that serves on, and compares the two at the
 * same place of the journal. `keep` swaps the new one in; files on their way are read to their end from the old one, which
 * is dropped when nobody reads it. The projector may run: it waits for the last few events only.
 */
export async function rebuildReadModel(
  projection: Projection,
  session: Session,
  { keep }: { keep: boolean },
): Promise<Rebuilt> {
  const serving = await currentReadModel(session);
  if (serving?.fingerprint !== projection.fingerprint)
    throw new Error('The read model of these columns does not serve yet: Reporting builds it when it runs');
  const build = await session.inTransaction(() => addReadModel(projection, session));
  const beside = { ...projection, build };
  await catchUp(beside, session);
  const rebuilt = await session.inTransaction(async () => {
    await holdCurrent(session); // from here to the commit the projector waits
    while (await applyPart(beside, session));
    const [before] = await session.all(hashOf(serving.build));
    const [after] = await session.all(hashOf(build));
    await (keep ? makeCurrent(build, session) : dropBuild(build, session));
    return { before, after, same: JSON.stringify(before) === JSON.stringify(after) };
  });
  await dropUnread(session);
  return rebuilt;
}
