import pg from 'pg';
import { rowTable } from '../model/model-tables.sql.ts';
import type { Rows } from '../reports/report.ts';
import type { ExportRequest } from './export-request.ts';

const { escapeIdentifier: name, escapeLiteral: literal } = pg;

/** The rows of a file as PostgreSQL copies them. COPY takes no parameters; names and values come from our tables. */
export function copyRows({ report, period, on, columns }: ExportRequest, fingerprint: string): string {
  const conditions = [
    ...conditionsOf(report.rows),
    ...(period ? [`${name(on)} between ${literal(period.from)} and ${literal(period.to)}`] : []),
  ];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const select = `select ${columns.map((column) => name(column.name)).join(', ')} from ${rowTable(fingerprint)}`;
  return `copy (${select} ${where} order by ${report.order.map(name).join(', ')}) to stdout (format csv)`;
}

const conditionsOf = (rows: Rows): string[] =>
  Object.entries(rows).map(([column, values]) =>
    'not' in values
      ? `${name(column)} <> ${literal(values.not)}`
      : `${name(column)} in (${(values as readonly string[]).map(literal).join(', ')})`,
  );
