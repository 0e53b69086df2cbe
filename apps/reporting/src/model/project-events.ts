import { setImmediate } from 'node:timers/promises';
import type { Sql } from '../database/sql.ts';
import { applyIncoming } from './apply-incoming.ts';
import { incoming, type Incoming, type JournalEvent } from './incoming.ts';
import { loadWorkingSet, namedBy, touchedProjects } from './load-working-set.ts';
import { loadSql } from './load.sql.ts';
import { renderLoaded, renderProject, type Rendering, type RowChange } from './render-project.ts';
import { saveSql } from './save.sql.ts';
import { savingStatements, type Statement } from './saving-statements.ts';
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
 * row is written once. `meanwhile` is asked for while the cells are rendered: the database need not wait for us.
 */
export async function projectEvents(
  events: readonly JournalEvent[],
  projection: Projection,
  sql: Sql,
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const queries = queriesOf(projection);
  await takePart(events, { queries, projection, sql, meanwhile });
  await sql.all(queries.save.position, [projection.fingerprint, last.position]);
}

interface Taking {
  readonly queries: ReturnType<typeof queriesOf>;
  readonly projection: Projection;
  readonly sql: Sql;
  readonly meanwhile: () => Promise<void>;
}

const queriesOf = ({ fingerprint, columns }: Projection) => {
  const names = columns.map(({ name }) => name);
  return { load: loadSql(fingerprint), save: saveSql(fingerprint, names) };
};

async function takePart(events: readonly JournalEvent[], taking: Taking): Promise<void> {
  const { queries, sql, meanwhile } = taking;
  const news = events.map(incoming);
  const understood = news.filter((each): each is Incoming => each !== undefined);
  const named = namedBy(understood);
  const ids = await touchedProjects(named, queries.load, sql);
  if (ids.length > projectsAtOnce && events.length > 1) {
    const middle = Math.ceil(events.length / 2);
    await takePart(events.slice(0, middle), taking);
    return takePart(events.slice(middle), { ...taking, meanwhile: async () => {} });
  }
  const known = new WorkingSet();
  await loadWorkingSet(ids, understood, named, known, queries.load, sql);
  const [, statements] = await Promise.all([meanwhile(), rendered(events, news, ids, known, taking)]);
  for (const { text, parameters } of statements) await sql.all(text, parameters);
}

async function rendered(
  events: readonly JournalEvent[],
  news: readonly (Incoming | undefined)[],
  ids: readonly string[],
  known: WorkingSet,
  { queries, projection }: Taking,
): Promise<Statement[]> {
  await setImmediate(); // what was asked meanwhile leaves first
  renderLoaded(ids, known, projection);
  const changes: RowChange[] = [];
  for (const [index, each] of news.entries()) {
    if (!each) continue;
    const { position } = events[index] as JournalEvent;
    for (const id of applyIncoming(each, known)) changes.push(...renderProject(id, position, known, projection));
    if (index % 500 === 499) await setImmediate();
  }
  return savingStatements(known, changes, queries.save);
}
