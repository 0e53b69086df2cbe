import { readFileSync } from 'node:fs';
import { may, type Right, type SignedInUser } from '@academies/web';
import { parse } from 'csv-parse/sync';
import { columnNamed, columns } from '../columns/columns.ts';

/** Who may have a report; each report's entry names one of those below (docs/domain/reporting.md, "Who"). */
export interface Access {
  /** Whoever has one of these sees the report's page and takes any period. */
  readonly any: readonly Right[];
  /** Whoever has this takes the file of a single month, behind the tables of Complete. */
  readonly oneMonth?: Right;
}

export const exporters: Access = { any: ['exports'] };
export const preparersToo: Access = { any: ['exports', 'prepare-reports'] };
export const byMonthToo: Access = { any: ['exports'], oneMonth: 'by-month' };

/** The scopes of which a machine's token needs one for this report's files. */
export const scopesOfReport = (name = ''): readonly string[] => ['reports', `report:${name}`];

type User = Pick<SignedInUser, 'roles'>;
interface Accessed {
  readonly access: Access;
}

/** May this person see the report's page and take any period? */
export const maySee = (user: User, { access }: Accessed): boolean => access.any.some((right) => may(user, right));

/** May this person take the file of at least one month? */
export const mayTakeAMonth = (user: User, report: Accessed): boolean => {
  const { oneMonth } = report.access;
  return maySee(user, report) || (oneMonth !== undefined && may(user, oneMonth));
};

/** A column of a report under the heading that its users know. */
export interface ReportColumn {
  readonly name: string;
  readonly heading: string;
}

/** Which rows: each column named holds one of these values, or does not hold that one. */
export type Rows = Readonly<Record<string, readonly string[] | { readonly not: string }>>;

/** One bespoke file: a choice of rows and columns (docs/domain/reporting.md, "Reports"). */
export interface Report {
  readonly name: string;
  readonly title: string;
  /** What it is for, for those who choose among reports. */
  readonly purpose: string;
  readonly usedBy: string;
  readonly access: Access;
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

interface Listing {
  readonly report: string;
  readonly position: string;
  readonly column: string;
  readonly heading: string;
}

/** reports.csv: which columns a report lists, as those who use it wrote it down. */
export const listings: readonly Listing[] = parse(readFileSync(new URL('reports.csv', import.meta.url)), {
  columns: true,
  bom: true,
});

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
