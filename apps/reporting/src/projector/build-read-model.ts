import type { Session } from '@academies/database';
import { none } from '../columns/cell.ts';
import { after } from '../journal/journal.ts';
import { projectEvents, type Projection } from '../projection/project-events.ts';
import {
  addReadModel,
  catalogue,
  findReadModel,
  holdBuild,
  holdCurrent,
  makeCurrent,
  type ReadModel,
} from '../read-model/read-model.ts';
import { dropModel } from '../read-model/tables.sql.ts';

/**
 * Builds the read model of these columns from the journal, or goes on building it, beside the one that serves and goes on
 * taking events; when it has caught up, it becomes the one that is read. `stop` ends it between two parts of the journal.
 */
export async function buildReadModel(projection: Projection, session: Session, stop?: AbortSignal): Promise<void> {
  const build = await session.inTransaction(async () => {
    const known = await findReadModel(projection.fingerprint, session);
    return known?.build ?? addReadModel(projection, session);
  });
  const building = { ...projection, build };
  await catchUp(building, session, stop);
  await session.inTransaction(async () => {
    await holdCurrent(session); // from here to the commit the projector waits
    while (await applyPart(building, session));
    await makeCurrent(build, session);
  });
  await dropUnread(session);
}

/** Applies what the journal has beyond a build's position, part by part, each in a transaction of its own. */
export async function catchUp(projection: Projection, session: Session, stop?: AbortSignal): Promise<void> {
  do stop?.throwIfAborted();
  while (await session.inTransaction(() => applyPart(projection, session)));
}

/** Applies the next part of the journal; false at its end. Holds the build: two who build it take turns. */
export async function applyPart(projection: Projection, session: Session): Promise<boolean> {
  const held = await holdBuild(projection.build, session);
  const events = await after(held?.position ?? 0, session);
  await projectEvents(events, projection, session);
  return events.length > 0;
}

/** Columns as the read model that serves has them, as far as this release knows them; what it no longer knows is blank. */
export function asServed({ build, fingerprint, columns, narrow }: ReadModel, projection: Projection): Projection {
  if (fingerprint === projection.fingerprint) return { ...projection, build };
  const known = new Map(projection.columns.map((column) => [column.name, column]));
  const blank = { meaning: '', source: '', format: '', kind: 'text', words: [], cell: () => none } as const;
  return {
    ...projection,
    build,
    fingerprint,
    narrow: projection.narrow.filter(({ name }) => narrow.includes(name)),
    columns: columns.map((listed) => known.get(listed.name) ?? { ...listed, ...blank }),
  };
}

/** Forgets a build; the journal can always make it again. */
export async function dropBuild(build: string, session: Session): Promise<void> {
  await session.all(dropModel(build));
  await session.all(catalogue.remove, [build]);
}

/** Drops what has served before, unless somebody still reads it: a file on its way has its rows to the end. */
export async function dropUnread(session: Session): Promise<void> {
  await session.all(catalogue.gone);
  for (const { build } of await session.all<{ build: string }>(catalogue.unread))
    await session
      .inTransaction(async () => {
        await session.all("set local lock_timeout = '2s'");
        await dropBuild(build, session);
      })
      .catch((error: { code?: unknown }) => {
        if (error.code !== lockNotAvailable) throw error; // somebody looks at it from outside; the next time
      });
}

const lockNotAvailable = '55P03';
