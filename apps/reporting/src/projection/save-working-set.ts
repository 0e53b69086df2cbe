import { createArrayCsvStringifier } from 'csv-writer';
import type { NarrowColumn } from '../filters/filter.ts';
import { narrowRow } from '../filters/narrow-row.ts';
import { storable } from '../journal/journal.ts';
import { choiceTable, defendedColumn, lineColumn, rowTable, schemaOf } from '../read-model/tables.sql.ts';
import type { RowChange } from './render-rows.ts';
import type { Cells, States, WorkingSet } from './working-set.ts';

/** A statement with its parameters, ready to run. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** What a row is made from and may be made from otherwise later. */
const madeFrom = ['academy_urn', 'incoming_ukprn', 'outgoing_ukprn', 'seat_code', 'seat_name', 'alive'];

const csv = createArrayCsvStringifier({ recordDelimiter: '\r\n' });

/** The statements that write a batch, each once for all of its rows. */
export const saveSql = (build: string, cells: readonly string[], narrow: readonly NarrowColumn[]) => {
  const schema = schemaOf(build);
  const rows = rowTable(build);
  const columns = [...cells, defendedColumn, lineColumn];
  const choices = choiceTable(build);
  const looked = narrow.map(({ name }) => name);
  const rest = columns.filter((name) => name !== 'project_reference');
  return {
    /** Cells and marks as the table has them, and behind them the line of the cells in a file that has them all. */
    withLine: (row: Cells): Cells => [
      ...row.slice(0, columns.length - 1),
      csv.stringifyRecords([row.slice(0, cells.length) as string[]]),
    ],
    states: (table: string) => `
      insert into ${schema}.${table} (key, state)
      select key, state from json_to_recordset($1::json) as news (key text, state jsonb)
      on conflict (key) do update set state = excluded.state`,
    /** Cells come as arrays in the order of the columns, the line behind them: names need not travel with each row. */
    rows: `
      insert into ${rows} (${columns.join(', ')})
      select ${columns.map((_, index) => `cells ->> ${index}`).join(', ')} from jsonb_array_elements($1::jsonb) as cells
      on conflict (project_reference) do update
         set (${rest.join(', ')}) = row (${rest.map((name) => `excluded.${name}`).join(', ')})`,
    /** What a choice looks through changes seldom; a row of it that stays as it is costs its indexes nothing. */
    choices: `
      insert into ${choices} as choice (project_reference, ${looked.join(', ')})
      select cells ->> 0, ${narrow.map(({ type }, index) => `(cells ->> ${index + 1})::${type}`).join(', ')}
        from jsonb_array_elements($1::jsonb) as cells
      on conflict (project_reference) do update
         set (${looked.join(', ')}) = row (${looked.map((name) => `excluded.${name}`).join(', ')})
       where (${looked.map((name) => `choice.${name}`).join(', ')})
             is distinct from (${looked.map((name) => `excluded.${name}`).join(', ')})`,
    sources: `
      insert into ${schema}.row_source as source
      select * from json_to_recordset($1::json) as news
        (project_reference text, prepare_id text, urn text, academy_urn text, incoming_ukprn text, outgoing_ukprn text, seat_code text, seat_name text, alive boolean)
      on conflict (project_reference) do update
         set ${madeFrom.map((name) => `${name} = excluded.${name}`).join(', ')}
       where (${madeFrom.map((name) => `source.${name}`).join(', ')})
             is distinct from (${madeFrom.map((name) => `excluded.${name}`).join(', ')})`,
    changes: `
      insert into ${schema}.row_change (project_reference, position, old, new)
      select project_reference, position, old, new
        from json_to_recordset($1::json) as news (project_reference text, position bigint, old json, new json)`,
    failed: `
      with mended as (delete from failed_cell where build = '${build}' and project_reference = any ($1))
      insert into failed_cell (build, project_reference, "column", reason)
      select '${build}', project_reference, "column", reason
        from json_to_recordset($2::json) as news (project_reference text, "column" text, reason text)
      on conflict (build, project_reference, "column") do update set reason = excluded.reason`,
    goneRows: `delete from ${rows} where project_reference = any ($1)`,
    goneChoices: `delete from ${choices} where project_reference = any ($1)`,
    goneSources: `delete from ${schema}.row_source where project_reference = any ($1)`,
    position: 'update read_model set position = $2 where build = $1',
  };
};

const tables = {
  prepare_project: 'prepared',
  complete_project: 'complete',
  handover_answers: 'answers',
  establishment: 'establishments',
  trust: 'trusts',
  constituency: 'constituencies',
  local_authority: 'localAuthorities',
} as const;

/** What writes a batch: each state and each row once, and every changed cell. */
export const savingStatements = (
  known: WorkingSet,
  changes: readonly RowChange[],
  save: ReturnType<typeof saveSql>,
  made: Made,
): Statement[] => [
  ...stateStatements(known, save),
  ...(changes.length > 0 ? rowStatements(known, changes, save, made) : []),
];

interface Made {
  readonly columns: readonly { readonly name: string }[];
  readonly narrow: readonly NarrowColumn[];
}

/** The narrow row of each row; a read model of an earlier release may have no table for them. */
function narrowRows(references: readonly string[], known: WorkingSet, { columns, narrow }: Made): Cells[] {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  return references.map((reference) => {
    const cells = known.rowOf(reference) as Cells;
    return [reference, ...narrowRow((column) => cells[places.get(column) ?? -1] ?? null, narrow)];
  });
}

const stateStatements = (known: WorkingSet, save: ReturnType<typeof saveSql>): Statement[] =>
  Object.entries(tables).flatMap(([table, states]) => {
    const changed = (known[states] as States<unknown>).changes();
    return changed.length > 0 ? [{ text: save.states(table), parameters: [storable(changed)] }] : [];
  });

function rowStatements(
  known: WorkingSet,
  changes: readonly RowChange[],
  save: ReturnType<typeof saveSql>,
  made: Made,
): Statement[] {
  const looksThrough = made.narrow.length > 0;
  const touched = [...new Set(changes.map(({ reference }) => reference))];
  const now = new Map(touched.map((reference) => [reference, known.rowOf(reference)]));
  const gone = touched.filter((reference) => !now.get(reference));
  const stay = touched.filter((reference) => now.get(reference));
  const history = changes.map(({ reference, ...change }) => ({ project_reference: reference, ...change }));
  const all = (rows: unknown[]) => [JSON.stringify(rows)];
  return [
    ...(stay.length > 0
      ? [
          { text: save.rows, parameters: all(stay.map((reference) => save.withLine(now.get(reference) as Cells))) },
          ...(looksThrough ? [{ text: save.choices, parameters: all(narrowRows(stay, known, made)) }] : []),
          { text: save.sources, parameters: all(stay.map((reference) => known.sources.get(reference))) },
        ]
      : []),
    ...(gone.length > 0
      ? [
          { text: save.goneRows, parameters: [gone] },
          ...(looksThrough ? [{ text: save.goneChoices, parameters: [gone] }] : []),
          { text: save.goneSources, parameters: [gone] },
        ]
      : []),
    { text: save.changes, parameters: all(history) },
    { text: save.failed, parameters: [touched, storable(known.failedCellsOf(touched))] },
  ];
}
