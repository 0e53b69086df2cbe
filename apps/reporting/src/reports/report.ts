import { columnNamed, columns } from '../columns/columns.ts';
import { readTable } from '../dictionary/read-table.ts';

/** A column of a report under the heading that its users know. */
export interface ReportColumn {
  readonly name: string;
  readonly heading: string;
}

/** Which rows: each column named holds one of these values, or does not hold that one. */
export type Rows = Readonly<Record<string, readonly string[] | { readonly not: string }>>;

/** One bespoke file: a choice of rows and columns (domain/reporting.md, "Reports"). */
export interface Report {
  readonly name: string;
  readonly title: string;
  /** What it is for, for those who choose among reports. */
  readonly purpose: string;
  readonly usedBy: string;
  readonly rows: Rows;
  readonly period: {
    /** The date that a period filters on. */
    readonly column: string;
    readonly required: boolean;
    /** The filter may be on any other date column too. */
    readonly anyDate?: true;
  };
  /** Empty last, then each in byte order. */
  readonly order: readonly string[];
  readonly columns: readonly ReportColumn[];
}

/** Defines a report; its name is its address. */
export const report = (name: string, table: Omit<Report, 'name'>): Report => ({ name, ...table });

const listings = readTable<{ report: string; position: string; column: string; heading: string }>('reports.csv');

/** The columns of a report as reports.csv lists them. */
export const listed = (report: string): readonly ReportColumn[] =>
  listings
    .filter((entry) => entry.report === report)
    .sort((one, other) => Number(one.position) - Number(other.position))
    .map(({ column, heading }) => ({ name: columnNamed(column).name, heading }));

/** Every column of the dictionary under its own heading. */
export const everyColumn: readonly ReportColumn[] = columns.map(({ name, heading }) => ({ name, heading }));

/** Contact columns that a report lacks, to follow its own. */
export const lackingContacts = (report: Report): readonly ReportColumn[] =>
  columns.filter(({ name, group }) => group === 'contacts' && !report.columns.some((own) => own.name === name));
