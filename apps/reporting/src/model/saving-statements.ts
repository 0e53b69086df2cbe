import { createArrayCsvStringifier } from 'csv-writer';
import { storable } from '../database/storable.ts';
import type { RowChange } from './render-project.ts';
import type { saveSql } from './save.sql.ts';
import type { Cells, States, WorkingSet } from './working-set.ts';

/** A statement with its parameters, ready to run. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

const tables = {
  prepare_project: 'prepared',
  complete_project: 'complete',
  handover_answers: 'answers',
  establishment: 'establishments',
  trust: 'trusts',
  constituency: 'constituencies',
  local_authority: 'localAuthorities',
} as const;

const csv = createArrayCsvStringifier({ recordDelimiter: '\r\n' });

/** Cells, and behind them their line in a file that has them all. */
const withLine = (cells: Cells): Cells => [...cells, csv.stringifyRecords([cells as string[]])];

/** What writes a batch: each state and each row once, and every changed cell. */
export const savingStatements = (
  known: WorkingSet,
  changes: readonly RowChange[],
  save: ReturnType<typeof saveSql>,
): Statement[] => [...stateStatements(known, save), ...(changes.length > 0 ? rowStatements(known, changes, save) : [])];

const stateStatements = (known: WorkingSet, save: ReturnType<typeof saveSql>): Statement[] =>
  Object.entries(tables).flatMap(([table, states]) => {
    const changed = (known[states] as States<unknown>).changes();
    return changed.length > 0 ? [{ text: save.states(table), parameters: [storable(changed)] }] : [];
  });

function rowStatements(
  known: WorkingSet,
  changes: readonly RowChange[],
  save: ReturnType<typeof saveSql>,
): Statement[] {
  const touched = [...new Set(changes.map(({ reference }) => reference))];
  const now = new Map(touched.map((reference) => [reference, known.rowOf(reference)]));
  const gone = touched.filter((reference) => !now.get(reference));
  const stay = touched.filter((reference) => now.get(reference));
  const history = changes.map(({ reference, position, cells }) => ({ project_reference: reference, position, cells }));
  const all = (rows: unknown[]) => [JSON.stringify(rows)];
  return [
    ...(stay.length > 0
      ? [
          { text: save.rows, parameters: all(stay.map((reference) => withLine(now.get(reference) as Cells))) },
          { text: save.sources, parameters: all(stay.map((reference) => known.sources.get(reference))) },
        ]
      : []),
    ...(gone.length > 0
      ? [
          { text: save.goneRows, parameters: [gone] },
          { text: save.goneSources, parameters: [gone] },
        ]
      : []),
    { text: save.changes, parameters: all(history) },
  ];
}
