import { comparable, IsoDate } from '@academies/contracts';
import { columns } from '../columns/columns.ts';
import type { CellIn, NarrowColumn } from './filter.ts';
import { filters } from './filters.table.ts';

/** Columns that hold dates, with words in their place or without. */
export const dateColumns = columns.filter(({ kind }) => kind === 'date');

/** A date column's day; null where a word stands in its place. */
const day = (name: string): NarrowColumn => ({
  name,
  type: 'date',
  value: (cell) => {
    const value = cell(name);
    return value !== null && IsoDate.safeParse(value).success ? value : null;
  },
  sql: `case when ${name} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then ${name} end`,
});

/** Names in the order of an English reader: no matter of capitals and accents. */
const inOrder = (name: string, column: string): NarrowColumn => ({
  name,
  type: 'text',
  value: (cell) => plain(cell(column)),
  sql: `nullif(searchable(${column}), '')`,
});

const plain = (value: string | null): string | null => (value === null ? null : comparable(value) || null);

/** What a search looks through: the names, the people and the numbers that somebody may have at hand. */
const searched = [
  ...['school_name', 'academy_name', 'confirmed_academy_name', 'incoming_trust_name', 'outgoing_trust_name'],
  ...['local_authority_name', 'assigned_to_name', 'prepare_assigned_to_name', 'project_reference', 'group_reference'],
  ...['school_urn', 'academy_urn', 'school_dfe_number', 'incoming_trust_ukprn', 'outgoing_trust_ukprn'],
  ...['incoming_trust_reference_number', 'outgoing_trust_reference_number'],
];
const saysNothing = new Set(['unconfirmed', 'unassigned', 'not applicable']);
const said = (column: string) =>
  `case when ${column} not in (${[...saysNothing].map((word) => `'${word}'`).join(', ')}) then ${column} end`;

const words: NarrowColumn = {
  name: 'words',
  type: 'text',
  value: (cell) => {
    const said = searched.map(cell).filter((value) => value !== null && !saysNothing.has(value));
    return comparable([...new Set(said)].join(' '));
  },
  sql: `searchable(concat_ws(' ', ${searched.map(said).join(', ')}))`,
};

const byName = (all: readonly NarrowColumn[]): readonly NarrowColumn[] => [
  ...new Map(all.map((column) => [column.name, column])).values(),
];

/**
 * The narrow table beside the rows: a column a filter and a date, what rows are ordered by, and one text that is searched.
 * The text stands last: PostgreSQL walks over all columns before the one that it reads.
 */
export const narrowColumns: readonly NarrowColumn[] = byName([
  ...dateColumns.map(({ name }) => day(name)),
  { name: 'school_urn', type: 'text', value: (cell) => cell('school_urn'), sql: 'school_urn' },
  ...filters.map(({ column }) => column),
  inOrder('school_in_order', 'school_name'),
  inOrder('trust_in_order', 'incoming_trust_name'),
  inOrder('authority_in_order', 'local_authority_name'),
  words,
]);

/** The narrow row of a row, in the order of these columns; arrays as PostgreSQL writes them. */
export const narrowRow = (cell: CellIn, narrow: readonly NarrowColumn[]): (string | null)[] =>
  narrow.map(({ value }) => {
    const held = value(cell);
    return typeof held === 'string' || held === null ? held : `{${held.join(',')}}`;
  });
