import type { Report, ReportColumn } from '../reports/report.ts';
import type { Period } from './period.ts';

/** What somebody wants to download: which rows, which columns, in which form. */
export interface ExportRequest {
  readonly report: Report;
  readonly period?: Period;
  /** The date column that the period filters on. */
  readonly on: string;
  readonly columns: readonly ReportColumn[];
  /** Column names in place of words in the header. */
  readonly names: boolean;
  readonly bom: boolean;
  /** What was asked, for the record. */
  readonly filters: Readonly<Record<string, string>>;
}
