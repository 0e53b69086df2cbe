import { escapeIdentifier as name, type Sql } from '@academies/database';
import { Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { type Narrowing, whereOf } from '../filters/narrowing.ts';
import { narrowModel, type ReadModel } from '../read-model/read-model.ts';
import { choiceTable, rowTable } from '../read-model/tables.sql.ts';
import type { ReportColumn } from '../reports/report.ts';

/** Rows of a preview, and columns beside each other: what does not fit on a page is in the file. */
const rowsShown = 20;
const columnsShown = 12;

/** What a file would hold: how many rows, and the first of them. */
export interface Previewed {
  readonly total: number;
  readonly columns: readonly ReportColumn[];
  /** How many columns the file has beyond those. */
  readonly more: number;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Counts and shows the rows of a file before it is taken, out of the narrow table beside the rows. */
@Injectable()
export class Preview {
  constructor(private readonly reading: Reading) {}

  async of(narrowing: Narrowing, columns: readonly ReportColumn[]): Promise<Previewed> {
    const { sql } = this.reading;
    const model = await narrowModel(sql);
    const has = new Set(model.columns.map((column) => column.name));
    const kept = columns.filter((column) => has.has(column.name));
    const shown = kept.slice(0, columnsShown);
    const [total, rows] = await Promise.all([
      countRows(narrowing, model, sql),
      sql.all<Record<string, string | null>>(firstRows(narrowing, shown, model)),
    ]);
    return {
      total,
      columns: shown,
      more: kept.length - shown.length,
      rows: rows.map((row) => shown.map((column) => row[column.name] ?? null)),
    };
  }

  async count(narrowing: Narrowing): Promise<number> {
    return countRows(narrowing, await narrowModel(this.reading.sql), this.reading.sql);
  }
}

async function countRows(narrowing: Narrowing, { build }: ReadModel, sql: Sql): Promise<number> {
  const statement = `select count(*)::int as total from ${choiceTable(build)} c ${whereOf(narrowing)}`;
  const [counted] = await sql.all<{ total: number }>(statement);
  return counted?.total ?? 0;
}

/** The keys come from the narrow table, before anything wide is read. */
const firstRows = (narrowing: Narrowing, columns: readonly ReportColumn[], { build }: ReadModel): string => `
  with first as (
    select project_reference as key, row_number() over () as place
      from (select c.project_reference from ${choiceTable(build)} c ${whereOf(narrowing)}
             order by ${narrowing.order.join(', ')} limit ${rowsShown}) as ordered)
  select ${columns.map((column) => name(column.name)).join(', ')}
    from first join ${rowTable(build)} on project_reference = key
   order by place`;
