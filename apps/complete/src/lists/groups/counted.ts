import { column, type Column } from '@academies/lists';

/** Many projects that have something in common. */
export interface Counted {
  readonly key: string | null;
  readonly name: string | null;
  readonly conversions: number;
  readonly transfers: number;
}

/** Conversions and transfers of a group, in SQL. */
export const counts = `
  count(*) filter (where l.kind = 'conversion')::int as conversions,
  count(*) filter (where l.kind = 'transfer')::int as transfers`;

/** What stands in an address for projects that lack what the list is by. */
export const lacking = 'none';

/** The column that leads to the projects of a group. */
export const groupColumn = <Row extends Counted>(
  heading: string,
  at: string,
  says: (row: Row) => string,
  lines: (row: Row) => readonly string[] = () => [],
) =>
  column<Row>(heading, (row) => ({
    text: says(row),
    href: `${at}/${encodeURIComponent(row.key ?? lacking)}`,
    lines: lines(row),
  }));

export const countColumns: readonly Column<Counted>[] = [
  column('Conversions', ({ conversions }) => String(conversions)),
  column('Transfers', ({ transfers }) => String(transfers)),
];
