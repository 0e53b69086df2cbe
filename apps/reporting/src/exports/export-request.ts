import { InvalidError, type IsoDate, NotFoundError } from '@academies/contracts';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { columns } from '../columns/columns.ts';
import { lackingContacts, type Report, type ReportColumn } from '../reports/report.ts';
import { reportNamed } from '../reports/reports.table.ts';

/** Whole months: the first day of the first, the last day of the last. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

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
/** Whoever asks for it is told errors as JSON. */
const known: readonly string[] = [...parameters, 'json'];
type Query = Readonly<Record<string, unknown>>;

/** Reads the address of a file; what is wrong with it is said in words. */
export function readRequest(report: Report, query: Query): ExportRequest {
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InvalidError(
      'REPORTING.UNKNOWN_PARAMETER',
      `${unknown.slice(0, 80)} is not known here. Use ${parameters.join(', ')}.`,
    );
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
    // Programs that read by name would take the mark for part of the first one (docs/domain/readers.md).
    bom: bom === '' ? headings !== 'names' : bom === 'yes',
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

/** Columns that hold dates, with words in their place or without; the dictionary's format says so. */
export const dateColumns = columns.filter(({ format }) => /\bdate\b/.test(format));

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

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The first and the last year of a period. Nothing of ours is older than the first academies. */
const [firstYear, lastYear] = [2000, 2199];
/** Is a month, or a day of it, in these years? */
export const isOurMonth = (value: string): boolean =>
  Number(value.slice(0, 4)) >= firstYear && Number(value.slice(0, 4)) <= lastYear;

/** Reads `from` and `to`, each `YYYY-MM`. Undefined when the report needs no period and none is given. */
function periodOf({ from = '', to = '' }: { from?: string; to?: string }, required: boolean): Period | undefined {
  if (from === '' && to === '' && !required) return undefined;
  const wrong = (message: string) => new InvalidError('REPORTING.WRONG_PERIOD', message);
  const check = (value: string, field: 'from' | 'to', words: string) => {
    if (value === '') throw wrong(`Enter the ${words} month of the period, like ${field}=2027-04`);
    if (!month.test(value)) throw wrong(`The ${words} month must be a real month, like ${field}=2027-04`);
    if (!isOurMonth(value)) throw wrong(yearsInWords(words));
  };
  check(from, 'from', 'first');
  check(to, 'to', 'last');
  if (from > to) throw wrong('The last month must be the same as or after the first month');
  return { from: `${from}-01`, to: lastDayOf(to) };
}

/** Says of a month that its year is none of ours: the file and the form say the same. */
export const yearsInWords = (words: string) => `The ${words} month must be in the years ${firstYear} to ${lastYear}`;

const lastDayOf = (month: string): IsoDate => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${month}-${String(lastDayOfMonth(new Date(year, number - 1)).getDate()).padStart(2, '0')}`;
};

/** A single month is what everyone in Complete may take. */
export const isOneMonth = ({ from, to }: Period): boolean => from.slice(0, 7) === to.slice(0, 7);
