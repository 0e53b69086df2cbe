import pg from 'pg';
import { lineColumn, rowTable } from '../model/model-tables.sql.ts';
import type { ReadModel } from '../model/read-model.ts';
import type { Rows } from '../reports/report.ts';
import type { ExportRequest } from './export-request.ts';

const { escapeIdentifier: name, escapeLiteral: literal } = pg;

/** How PostgreSQL copies the rows of a file: cell by cell, or the lines as they were written on arrival. */
export interface Copy {
  readonly statement: string;
  readonly of: 'cells' | 'lines';
}

/**
 * The rows of a file as PostgreSQL copies them. COPY takes no parameters; names and values come from our tables. A file
 * with every column of the table, in its order, has its lines there already: in binary they come out as they are.
 */
export function copyRows({ report, period, on, columns }: ExportRequest, model: ReadModel): Copy {
  const conditions = [
    ...conditionsOf(report.rows),
    ...(period ? [`${name(on)} between ${literal(period.from)} and ${literal(period.to)}`] : []),
  ];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const names = columns.map((column) => column.name);
  const whole = names.join() === model.columns.map((column) => column.name).join();
  const what = whole ? lineColumn : names.map(name).join(', ');
  const rows = `select ${what} from ${rowTable(model.fingerprint)} ${where} order by ${report.order.map(name).join(', ')}`;
  return whole
    ? { statement: `copy (${rows}) to stdout (format binary)`, of: 'lines' }
    : { statement: `copy (${rows}) to stdout (format csv)`, of: 'cells' };
}

const conditionsOf = (rows: Rows): string[] =>
  Object.entries(rows).map(([column, values]) =>
    'not' in values
      ? `${name(column)} <> ${literal(values.not)}`
      : `${name(column)} in (${(values as readonly string[]).map(literal).join(', ')})`,
  );
