/** Schema of one build of a read model; tables inside are called the same in each. */
export const schemaOf = (build: string): string => `model_${build}`;

/** The table of rows is named by the build too, so that a plan or a lock says which one it was. */
export const rowTable = (build: string): string => `${schemaOf(build)}.row_${build}`;

/**
 * Raised when a table of read models changes: one that an earlier release made is read from on, as far as its tables go, and
 * not written to any more (projector.ts).
 */
export const tablesVersion = 3;

/** The narrow table beside the rows: what own choices, counts and previews look through (filters/narrow-row.ts). */
export const choiceTable = (build: string): string => `${schemaOf(build)}.row_choice`;

/** The column with a row's line of the file that has every column, its end included; see request/copy.ts. */
export const lineColumn = 'line_of_file';

/**
 * Names of the columns whose cells got an apostrophe against spreadsheets, each between commas; null in nearly every row.
 * It has its history like any cell, so that a plain file can be made as at any moment.
 */
export const defendedColumn = 'defended';
/** The first version of the tables that has it. */
export const defendedSince = 3;

interface NarrowColumn {
  readonly name: string;
  readonly type: string;
  readonly indexed?: boolean;
}

const states: readonly [table: string, ...columns: string[]][] = [
  ['prepare_project'],
  ['complete_project', `prepare_id text collate "C" generated always as (state ->> 'prepareId') stored`],
  ['handover_answers'],
  [
    'establishment',
    `local_authority text collate "C" generated always as (lpad(state #>> '{localAuthority,code}', greatest(3, length(state #>> '{localAuthority,code}')), '0')) stored`,
  ],
  ['trust', `ukprn text collate "C" generated always as (state ->> 'ukprn') stored`],
  ['constituency', `code text collate "C" generated always as (state ->> 'code') stored`],
  ['local_authority'],
];

/**
 * All tables of one read model: newest states, rows, what each row was made from, and every changed cell. Whole rows
 * stay in the page (`toast_tuple_target`): they are read as wholes, and compressing short cells costs more than it saves. The line comes first: PostgreSQL walks over
 * all columns before the one that it reads.
 */
export const createModel = (build: string, columns: readonly string[], narrow: readonly NarrowColumn[]): string => {
  const schema = schemaOf(build);
  const rows = rowTable(build);
  const choices = choiceTable(build);
  return [
    `create schema ${schema}`,
    ...states.map(
      ([table, ...more]) =>
        `create table ${schema}.${table} (${['key text collate "C" primary key', 'state jsonb not null', ...more].join(', ')})`,
    ),
    `create index on ${schema}.complete_project (prepare_id)`,
    `create index on ${schema}.establishment (local_authority)`,
    `create index on ${schema}.constituency (code)`,
    `create index on ${schema}.trust (ukprn)`,
    `create table ${rows} (${lineColumn} text collate "C" not null, ${[...columns, defendedColumn].map((name) => `${name} text collate "C"`).join(', ')}, primary key (project_reference)) with (toast_tuple_target = 8160, fillfactor = 90)`,
    `create index on ${rows} (significant_date, school_urn, project_reference)`,
    `create index on ${rows} (advisory_board_date, school_urn, project_reference)`,
    `create index on ${rows} (proposed_decision_date, school_urn, project_reference)`,
    `create table ${choices} (project_reference text collate "C" primary key, ${narrow.map(({ name, type }) => `${name} ${type}${type === 'date' ? '' : ' collate "C"'}`).join(', ')})`,
    `create index on ${choices} (significant_date, school_urn, project_reference)`,
    ...narrow.filter(({ indexed }) => indexed).map(({ name }) => `create index on ${choices} (${name})`),
    `create index on ${choices} using gin (trusts)`,
    `create index on ${choices} using gin (words gin_trgm_ops)`,
    `create table ${schema}.row_source (project_reference text collate "C" primary key, prepare_id text collate "C" not null, urn text collate "C" not null, academy_urn text collate "C", incoming_ukprn text collate "C", outgoing_ukprn text collate "C", seat_code text collate "C", seat_name text collate "C", alive boolean not null)`,
    ...['prepare_id', 'urn', 'academy_urn', 'incoming_ukprn', 'outgoing_ukprn', 'seat_code', 'seat_name'].map(
      (name) => `create index on ${schema}.row_source (${name}) where ${name} is not null`,
    ),
    `create table ${schema}.row_change (project_reference text collate "C", position bigint, old json not null, new json not null, primary key (project_reference, position))`,
    `create index on ${schema}.row_change (position)`,
    `create table ${schema}.finding (project_reference text collate "C", rule text collate "C", urn text collate "C" not null, counts_from date not null, words text not null, mend_at text, said text collate "C" not null, team text collate "C", region text collate "C", assigned_to text collate "C", primary key (project_reference, rule))`,
    `create index on ${schema}.finding (rule, team, region, counts_from, project_reference, said)`,
    `create index on ${schema}.finding (assigned_to)`,
    `create index on ${schema}.finding (urn)`,
    // Both have the same keys, in the same order.
    `create view ${schema}.changed_cell as select project_reference, position, cell."column", cell.old, cell.new from ${schema}.row_change, rows from (json_each_text(row_change.old), json_each_text(row_change.new)) as cell ("column", old, same, new)`,
  ].join(';\n');
};

/** Removes a build that nobody reads any more. */
export const dropModel = (build: string): string => `drop schema if exists ${schemaOf(build)} cascade`;
