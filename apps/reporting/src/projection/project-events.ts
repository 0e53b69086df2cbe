import { setImmediate } from 'node:timers/promises';
import type { Sql } from '@academies/database';
import { columns } from '../columns/columns.ts';
import type { NarrowColumn } from '../filters/filter.ts';
import { narrowColumns } from '../filters/narrow-row.ts';
import type { JournalEvent } from '../journal/journal.ts';
import { fingerprintOf } from '../read-model/fingerprint.ts';
import { everyRule } from '../quality/rules.ts';
import type { Addresses } from '../rows/row-facts.ts';
import { loadSql, loadWorkingSet, namedBy, touchedProjects } from './load-working-set.ts';
import { renderLoaded, renderProject, type Rendering, type RowChange } from './render-rows.ts';
import { findingStatements, saveFindingsSql } from './save-findings.ts';
import { saveSql, savingStatements, type Statement } from './save-working-set.ts';
import { applyUpdate, type StateUpdate, updateOf } from './state-updates.ts';
import { WorkingSet } from './working-set.ts';

/** So many projects fit into memory at once; an import that touches more is applied in parts. */
const projectsAtOnce = 4_000;

/** A read model that events can be applied to: its columns, how cells are made, and which build is written. */
export interface Projection extends Rendering {
  readonly fingerprint: string;
  /** Columns of the narrow table beside the rows. */
  readonly narrow: readonly NarrowColumn[];
  readonly build: string;
}

/** Every column of the dictionary, with links to these services. */
export function projectionOf(addresses: Addresses): Projection {
  const fingerprint = fingerprintOf(columns, addresses, undefined, everyRule);
  return { fingerprint, build: fingerprint, columns, narrow: narrowColumns, addresses };
}

/**
 * Applies events of the journal, in its order, to states, rows and history, in the transaction of `sql`. Each event is
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
  await applyPart(events, { queries, projection, sql, meanwhile });
  await sql.all(queries.save.position, [projection.build, last.position]);
}

interface Applying {
  readonly queries: ReturnType<typeof queriesOf>;
  readonly projection: Projection;
  readonly sql: Sql;
  readonly meanwhile: () => Promise<void>;
}

const queriesOf = ({ build, columns, narrow }: Projection) => {
  const names = columns.map(({ name }) => name);
  return { load: loadSql(build), save: saveSql(build, names, narrow), findings: saveFindingsSql(build) };
};

async function applyPart(events: readonly JournalEvent[], applying: Applying): Promise<void> {
  const { queries, sql, meanwhile } = applying;
  const updates = events.map(updateOf);
  const understood = updates.filter((each) => each !== undefined);
  const named = namedBy(understood);
  const ids = await touchedProjects(named, queries.load, sql);
  if (ids.length > projectsAtOnce && events.length > 1) {
    const middle = Math.ceil(events.length / 2);
    await applyPart(events.slice(0, middle), applying);
    return applyPart(events.slice(middle), { ...applying, meanwhile: async () => {} });
  }
  const known = new WorkingSet();
  await loadWorkingSet(ids, understood, named, known, queries.load, sql);
  const [, statements] = await Promise.all([meanwhile(), rendered(events, updates, ids, known, applying)]);
  for (const { text, parameters } of statements) await sql.all(text, parameters);
}

async function rendered(
  events: readonly JournalEvent[],
  updates: readonly (StateUpdate | undefined)[],
  ids: readonly string[],
  known: WorkingSet,
  { queries, projection }: Applying,
): Promise<Statement[]> {
  await setImmediate(); // what was asked meanwhile leaves first
  renderLoaded(ids, known, projection);
  const changes: RowChange[] = [];
  for (const [index, each] of updates.entries()) {
    if (!each) continue;
    const { position } = events[index] as JournalEvent;
    for (const id of applyUpdate(each, known)) changes.push(...renderProject(id, position, known, projection));
    if (index % 500 === 499) await setImmediate();
  }
  return [
    ...savingStatements(known, changes, queries.save, projection),
    ...findingStatements(known, changes, projection.columns, queries.findings),
  ];
}
