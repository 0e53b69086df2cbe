import { InvalidError, NotFoundError } from '@academies/contracts';
import { columns } from '../columns/columns.ts';
import { lackingContacts, type Report, type ReportColumn } from '../reports/report.ts';
import { reportNamed } from '../reports/reports.table.ts';
import { type Period, periodOf } from './period.ts';

/** What somebody wants to download. */
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

/** The report at an address, or a 404 that names what was asked for. */
export function reportAt(name: string): Report {
  const report = reportNamed(name);
  if (!report) throw new NotFoundError('REPORTING.UNKNOWN_REPORT', `There is no report called ${name.slice(0, 80)}.`);
  return report;
}

const parameters = ['from', 'to', 'on', 'bom', 'headings', 'contacts'] as const;
type Query = Readonly<Record<string, unknown>>;

/** Reads the address of a file; what is wrong with it is said in words. */
export function readRequest(report: Report, query: Query): ExportRequest {
  const asked = Object.fromEntries(parameters.map((name) => [name, one(query, name)]));
  const { on, bom, headings, contacts } = asked;
  choose('bom', bom, ['', 'yes', 'no']);
  choose('headings', headings, ['', 'words', 'names']);
  choose('contacts', contacts, ['', 'own', 'all']);
  const period = periodOf({ from: asked['from'], to: asked['to'] }, report.period.required);
  return {
    report,
    ...(period && { period }),
    on: dateColumn(report, on ?? ''),
    columns: contacts === 'all' ? [...report.columns, ...lackingContacts(report)] : report.columns,
    names: headings === 'names',
    bom: bom !== 'no',
    filters: Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]))),
  };
}

/** A parameter given twice is given wrongly. */
function one(query: Query, name: string): string {
  const value = query[name] ?? '';
  if (typeof value !== 'string') throw new InvalidError('REPORTING.WRONG_CHOICE', `Give ${name} once only.`);
  return value.trim();
}

function choose(name: string, value: string | undefined, choices: readonly string[]): void {
  if (!choices.includes(value ?? '')) {
    const named = choices.filter(Boolean).join(' or ');
    throw new InvalidError('REPORTING.WRONG_CHOICE', `${name} must be ${named}.`);
  }
}

/** Columns that hold dates; the dictionary's format says so. */
export const dateColumns = columns.filter(({ format }) => format.startsWith('date'));

function dateColumn(report: Report, on: string): string {
  if (on === '' || on === report.period.column) return report.period.column;
  if (!report.period.anyDate)
    throw new InvalidError('REPORTING.WRONG_CHOICE', `This report has one date only: leave out on.`);
  if (!dateColumns.some(({ name }) => name === on)) {
    throw new InvalidError(
      'REPORTING.WRONG_CHOICE',
      `on must be the name of a column with dates, like significant_date.`,
    );
  }
  return on;
}
