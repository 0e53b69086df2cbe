import { escapeIdentifier as name, escapeLiteral as literal, type Sql } from '@academies/database';
import type { ReadModel } from '../read-model/read-model.ts';
import { defendedColumn, defendedSince, rowTable, schemaOf } from '../read-model/tables.sql.ts';

/** Has any row changed after a position of the journal? Else the rows as at it are those of now. */
export async function changedAfter({ build }: ReadModel, position: number, sql: Sql): Promise<boolean> {
  const query = `select exists (select from ${schemaOf(build)}.row_change where position > $1) as changed`;
  return (await sql.all<{ changed: boolean }>(query, [position]))[0]?.changed ?? false;
}

/**
 * The rows as they were at a position of the journal, as a table with the columns of rows: today's rows, with the cells
 * put back that have changed since. Of each cell the first change after the position knows what it said then. Only the
 * columns that the query around it names are made. The query gives it a name of its own.
 */
export function rowsAsAt({ build, columns, tables }: ReadModel, position: number): string {
  const marks = tables >= defendedSince ? [{ name: defendedColumn }] : [];
  const cells = [...columns, ...marks]
    .filter((column) => column.name !== key)
    .map((column) => putBack(column.name, 'since.old', 'present'));
  return `
    (select ${key}, ${cells.join(', ')}
       from ${rowTable(build)} as present
       full join (select ${key}, merged(old::jsonb order by position desc) as old
                    from ${schemaOf(build)}.row_change where position > ${position} group by ${key}) as since
      using (${key})
      where not coalesce(since.old @> '${wasNot}', false))`;
}

/** The key of a row; a row whose key changed from nothing was not there before, and one whose key became nothing is gone. */
export const key = 'project_reference';
export const wasNot = `{"${key}": null}`;

/** A cell as the change says, else as it stands in the row. */
export const putBack = (column: string, change: string, row: string): string =>
  `case when ${change} ? ${literal(column)} then ${change} ->> ${literal(column)} else ${row}.${name(column)} end as ${name(column)}`;
