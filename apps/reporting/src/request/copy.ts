import { escapeIdentifier as name, escapeLiteral as literal } from '@academies/database';
import { columnNamed } from '../columns/columns.ts';
import { isNeverDefended } from '../columns/format.ts';
import { defendedColumn } from '../read-model/tables.sql.ts';
import type { Rows } from '../reports/report.ts';
import type { ExportRequest } from './export-request.ts';

/** How PostgreSQL copies the rows of a file: cell by cell as CSV, or whole lines as they were written on arrival. */
export interface Copy {
  readonly query: string;
  readonly statement: string;
  readonly of: 'cells' | 'lines' | 'text';
}

/** COPY takes no parameters: names and values in the query are escaped (`escapeIdentifier`, `escapeLiteral`). */
export const copyCells = (query: string): Copy => ({
  query,
  statement: `copy (${query}) to stdout (format csv)`,
  of: 'cells',
});

/** The query gives one text column. In binary the lines come out as they are. */
export const copyLines = (query: string): Copy => ({
  query,
  statement: `copy (${query}) to stdout (format binary)`,
  of: 'lines',
});

/** The same cells as PostgreSQL's own text, which knows blank from empty and needs no quotes. */
export const inText = ({ query }: Copy): Copy => ({ query, statement: `copy (${query}) to stdout`, of: 'text' });

/** What is copied of each row, cell by cell; plain cells are without the apostrophe that they were given, and only that. */
export const chosenCells = ({ columns, plain }: Pick<ExportRequest, 'columns' | 'plain'>): string =>
  columns.map((column) => (plain ? plainCell(column.name) : name(column.name))).join(', ');

const plainCell = (column: string): string =>
  isNeverDefended(columnNamed(column).kind)
    ? name(column)
    : `case when strpos(${defendedColumn}, ',${column},') > 0 then substr(${name(column)}, 2) else ${name(column)} end`;

/** Which rows are wanted, as a condition on a table with the columns of rows, now or in the past. */
export function whichRows({ report, period, on, chosen }: ExportRequest): string {
  const own = () => [
    ...conditionsOf(report.rows),
    ...(period ? [`${name(on)} between ${literal(period.from)} and ${literal(period.to)}`] : []),
  ];
  const conditions = chosen?.past.where ?? own();
  return conditions.length > 0 ? `where ${conditions.join(' and ')} ` : '';
}

/** The same in their order, as the end of a query. */
export const chosenRows = (request: ExportRequest): string => {
  const { report, chosen } = request;
  return `${whichRows(request)}order by ${(chosen?.past.order ?? report.order.map(name)).join(', ')}`;
};

const conditionsOf = (rows: Rows): string[] =>
  Object.entries(rows).map(([column, values]) =>
    'not' in values
      ? `${name(column)} <> ${literal(values.not)}`
      : `${name(column)} in (${(values as readonly string[]).map(literal).join(', ')})`,
  );
