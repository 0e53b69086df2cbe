import { may, type Right, type SignedInUser } from '@academies/web';
import type { Report } from './report.ts';

interface Access {
  /** Whoever has one of these sees the report's page and takes any period. */
  readonly any: readonly Right[];
  /** Whoever has this takes the file of a single month, behind the tables of Complete. */
  readonly oneMonth?: Right;
}

const exporters: Access = { any: ['exports'] };
const prepare: Access = { any: ['exports', 'prepare-reports'] };
const byMonth: Access = { any: ['exports'], oneMonth: 'by-month' };

/** Who may have which report (domain/reporting.md, "Who"); a report that is not named is for those with the exports page. */
const table: Readonly<Record<string, Access>> = {
  'conversions-by-month': byMonth,
  'transfers-by-month': byMonth,
  'prepare-conversions': prepare,
  'prepare-transfers': prepare,
};

const accessTo = ({ name }: Report): Access => table[name] ?? exporters;

/** May this person see the report's page and take any period? */
export const maySee = (user: Pick<SignedInUser, 'roles'>, report: Report): boolean =>
  accessTo(report).any.some((right) => may(user, right));

/** May this person take the file of at least one month? */
export const mayTakeAMonth = (user: Pick<SignedInUser, 'roles'>, report: Report): boolean => {
  const { oneMonth } = accessTo(report);
  return maySee(user, report) || (oneMonth !== undefined && may(user, oneMonth));
};
