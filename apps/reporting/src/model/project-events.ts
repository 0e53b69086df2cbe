import type { Sql } from '../database/sql.ts';
import { applyIncoming } from './apply-incoming.ts';
import { incoming, type Incoming, type JournalEvent } from './incoming.ts';
import { loadWorkingSet, namedBy, touchedProjects } from './load-working-set.ts';
import { loadSql } from './load.sql.ts';
import { noteMentions, renderProject, type Rendering, type RowChange } from './render-project.ts';
import { saveSql } from './save.sql.ts';
import { saveWorkingSet } from './save-working-set.ts';
import { WorkingSet } from './working-set.ts';

/** So many projects fit into memory at once; an import that touches more is taken in parts. */
const projectsAtOnce = 4_000;

/** A read model that events can be taken into: its name, its columns and how cells are made. */
export interface Projection extends Rendering {
  readonly fingerprint: string;
}

/**
 * Takes events of the journal, in its order, into states, rows and history, in the transaction of `sql`. Each event is
 * rendered for itself, so that history says which one changed a cell however events are batched; each state and each
 * row is written once.
 */
export async function projectEvents(events: readonly JournalEvent[], projection: Projection, sql: Sql): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  await takePart(events, queriesOf(projection), projection, sql);
  await sql.all(queriesOf(projection).save.position, [projection.fingerprint, last.position]);
}

type Queries = ReturnType<typeof queriesOf>;
const queriesOf = ({ fingerprint, columns }: Projection) => {
  const names = columns.map(({ name }) => name);
  return { load: loadSql(fingerprint, names), save: saveSql(fingerprint, names) };
};

async function takePart(events: readonly JournalEvent[], queries: Queries, projection: Projection, sql: Sql): Promise<void> {
  const news = events.map(incoming);
  const understood = news.filter((each): each is Incoming => each !== undefined);
  const known = new WorkingSet();
  const named = namedBy(understood);
  const ids = await touchedProjects(named, queries.load, sql);
  if (ids.length > projectsAtOnce && events.length > 1) {
    const middle = Math.ceil(events.length / 2);
    await takePart(events.slice(0, middle), queries, projection, sql);
    return takePart(events.slice(middle), queries, projection, sql);
  }
  await loadWorkingSet(ids, understood, named, known, queries.load, sql);
  noteMentions(known, projection.addresses);

  const changes: RowChange[] = [];
  events.forEach(({ position }, index) => {
    const each = news[index];
    if (!each) return;
    for (const id of applyIncoming(each, known)) changes.push(...renderProject(id, position, known, projection));
  });
  await saveWorkingSet(known, changes, queries.save, sql);
}
