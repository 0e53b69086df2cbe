import { ForbiddenError, NotFoundError } from '@academies/contracts';
import type { SignedInUser } from '@academies/web';
import { byMonthToo, exporters, preparersToo, everyColumn, listed, maySee, type Report, report } from './report.ts';

const conversions = { project_type: ['Conversion'] };
const transfers = { project_type: ['Transfer'] };
const agreed = {
  complete_state: ['active'],
  assigned_to_email: { not: 'unassigned' },
  significant_date_confirmed: ['yes'],
};

/** The period filters on the column that comes first in the order. */
const by = (column: string, required = true) => ({
  period: { column, required },
  order: [column, 'school_urn', 'project_reference'],
});
const onSignificantDate = by('significant_date');
const onAdvisoryBoardDate = by('advisory_board_date');
const onProposedDecision = by('proposed_decision_date', false);

/** Every report, in the order of the exports page. */
export const reports: readonly Report[] = [
  report('all-data', {
    title: 'All data',
    purpose: 'Every project in any state with every column, to filter yourself',
    usedBy: 'Everybody who would rather work with one file',
    access: exporters,
    rows: {},
    ...onSignificantDate,
    period: { column: 'significant_date', required: false, anyDate: true },
    columns: everyColumn,
  }),
  report('rpa-sug-and-fa-letters', {
    title: 'RPA, SUG and FA letters',
    purpose:
      'Whom to write to and where money goes, for letters about risk protection, start-up grants and funding agreements',
    usedBy: 'Teams that prepare and send letters and funding',
    access: exporters,
    rows: { ...conversions, complete_state: ['active', 'completed'] },
    ...onSignificantDate,
    columns: listed('rpa-sug-and-fa-letters'),
  }),
  report('conversions-by-month', {
    title: 'Conversions by month',
    purpose: 'Assigned conversions with a confirmed date, in more detail than the list in Complete',
    usedBy: 'Everybody who plans by month',
    access: byMonthToo,
    rows: { ...conversions, ...agreed },
    ...onSignificantDate,
    columns: listed('conversions-by-month'),
  }),
  report('transfers-by-month', {
    title: 'Transfers by month',
    purpose: 'Assigned transfers with a confirmed date, in more detail than the list in Complete',
    usedBy: 'Everybody who plans by month',
    access: byMonthToo,
    rows: { ...transfers, ...agreed },
    ...onSignificantDate,
    columns: listed('transfers-by-month'),
  }),
  report('pre-conversion-grants', {
    title: 'Pre-conversion grants',
    purpose: 'Conversions that may get a support grant, by the date of the decision',
    usedBy: 'The team that pays conversion support grants',
    access: exporters,
    rows: { ...conversions, complete_state: ['active', 'completed', 'DAO revoked'] },
    ...onAdvisoryBoardDate,
    columns: listed('pre-conversion-grants'),
  }),
  report('academies-due-to-transfer', {
    title: 'Academies due to transfer',
    purpose: 'Academies that change trust, with what their records need',
    usedBy: 'Teams that update records of schools, academies and trusts',
    access: exporters,
    rows: { ...transfers, complete_state: ['active', 'completed'] },
    ...onSignificantDate,
    columns: listed('academies-due-to-transfer'),
  }),
  report('pre-transfer-grants', {
    title: 'Pre-transfer grants',
    purpose: 'Transfers that may get a grant, by the date of the decision',
    usedBy: 'The team that pays transfer grants',
    access: exporters,
    rows: { ...transfers, complete_state: ['active', 'completed'] },
    ...onAdvisoryBoardDate,
    columns: listed('pre-transfer-grants'),
  }),
  report('prepare-conversions', {
    title: 'Conversions in Prepare',
    purpose: 'Conversions before and after a decision: what is coming',
    usedBy: 'Delivery officers, and everybody who looks ahead',
    access: preparersToo,
    rows: conversions,
    ...onProposedDecision,
    columns: listed('prepare-conversions'),
  }),
  report('prepare-transfers', {
    title: 'Transfers in Prepare',
    purpose: 'Transfers before and after a decision, a row for each academy',
    usedBy: 'Delivery officers, and everybody who looks ahead',
    access: preparersToo,
    rows: transfers,
    ...onProposedDecision,
    columns: listed('prepare-transfers'),
  }),
];

/** The report at an address, or a 404 that names what was asked for. */
export function reportAt(name: string): Report {
  const report = reports.find((each) => each.name === name);
  if (!report) throw new NotFoundError('REPORTING.UNKNOWN_REPORT', `There is no report called ${name.slice(0, 80)}.`);
  return report;
}

/** The report at an address, for somebody who may see it; a 403 for the others. */
export function reportFor(user: SignedInUser, name: string): Report {
  const report = reportAt(name);
  if (maySee(user, report)) return report;
  throw new ForbiddenError('REPORTING.NOT_YOURS', 'Your role does not allow you to see this report.');
}
