import { dateColumns } from '../filters/narrow-row.ts';
import type { Report } from '../reports/report.ts';
import { type Parameter, wrongChoice } from './parameter.ts';
import { periodOf } from './period.ts';

function dateColumn(report: Report, on: string): string {
  if (on === '' || on === report.period.column) return report.period.column;
  if (!report.period.anyDate) throw wrongChoice(`This report has one date only: leave out on.`);
  if (!dateColumns.some(({ name }) => name === on))
    throw wrongChoice(`on must be the name of a column with dates, like significant_date.`);
  return on;
}

export const periodParameters: readonly Parameter[] = [
  {
    names: ['from', 'to'],
    about: 'The first and the last month, each YYYY-MM; the same month twice for a single one.',
    put: (asked, { report }) => {
      const period = periodOf(asked, report.period.required);
      return period ? { period } : {};
    },
  },
  {
    names: ['on'],
    about: 'The name of the column with dates that the period is about, where the report has several.',
    put: ({ on = '' }, { report }) => ({ on: dateColumn(report, on) }),
  },
];
