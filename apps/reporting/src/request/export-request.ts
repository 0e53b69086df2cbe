import type { IsoDate } from '@academies/contracts';
import type { Sql } from '@academies/database';
import type { Chosen } from '../filters/narrowing.ts';
import type { FormatName } from '../formats/format.table.ts';
import type { Report, ReportColumn } from '../reports/report.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import type { Copy } from './copy.ts';
import type { Period } from './period.ts';

/** A moment as it is asked for: the end of a day in England, a position of the journal, or one's own last download. */
export type Moment = { readonly day: IsoDate } | { readonly position: number } | 'last';

/** As at a moment, or the changes since one, up to another or to now. */
export type AskedTime = { readonly asAt: Moment } | { readonly since: Moment; readonly until?: Moment };

/** What somebody wants to download: which rows, which columns, in which form. */
export interface ExportRequest {
  readonly report: Report;
  readonly period?: Period;
  /** The date column that the period filters on. */
  readonly on: string;
  readonly columns: readonly ReportColumn[];
  /** Rows that somebody chose, in place of the report's own rows and period (choices/choice.ts). */
  readonly chosen?: Chosen;
  /** Column names in place of words in the header. */
  readonly names: boolean;
  readonly bom: boolean;
  /** Of another moment than now: as it was, or what has changed. */
  readonly time?: AskedTime;
  /** How the file's name ends, which says what it is. */
  readonly format: FormatName;
  /** Values as they are: without the apostrophe before what a spreadsheet would run. */
  readonly plain: boolean;
  /** Lines of something else than the table of rows. */
  readonly instead?: (
    model: ReadModel,
    sql: Sql,
  ) => Promise<{ readonly copy: Copy; readonly listed: readonly ReportColumn[] }>;
  /** What was asked, for the record. */
  readonly filters: Readonly<Record<string, string>>;
}
