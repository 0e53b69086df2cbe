import { storable } from '../database/storable.ts';
import type { Sql } from '../database/sql.ts';
import type { RowChange } from './render-project.ts';
import { saveSql } from './save.sql.ts';
import type { States, WorkingSet } from './working-set.ts';

const tables = {
  prepare_project: 'prepared',
  complete_project: 'complete',
  handover_answers: 'answers',
  establishment: 'establishments',
  trust: 'trusts',
  constituency: 'constituencies',
  local_authority: 'localAuthorities',
} as const;

/** Writes what a batch has changed: each state and each row once, and every changed cell. */
export async function saveWorkingSet(
  known: WorkingSet,
  changes: readonly RowChange[],
  statements: ReturnType<typeof saveSql>,
  sql: Sql,
): Promise<void> {
  for (const [table, states] of Object.entries(tables)) {
    const changed = (known[states] as States<unknown>).changes();
    if (changed.length > 0) await sql.all(statements.states(table), [storable(changed)]);
  }
  if (changes.length === 0) return;

  const now = new Map([...known.rows.values()].flatMap((rows) => [...rows]));
  const touched = [...new Set(changes.map(({ reference }) => reference))];
  const gone = touched.filter((reference) => !now.has(reference));
  const stay = touched.filter((reference) => now.has(reference));
  if (stay.length > 0) {
    await sql.all(statements.rows, [JSON.stringify(stay.map((reference) => now.get(reference)))]);
    await sql.all(statements.sources, [JSON.stringify(stay.map((reference) => known.sources.get(reference)))]);
  }
  if (gone.length > 0) {
    await sql.all(statements.goneRows, [gone]);
    await sql.all(statements.goneSources, [gone]);
  }
  await sql.all(statements.changes, [
    JSON.stringify(changes.map(({ reference, position, cells }) => ({ project_reference: reference, position, cells }))),
  ]);
}
