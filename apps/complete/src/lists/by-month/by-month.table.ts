import type { Kind } from '@academies/contracts';
import { type Asked, type Filter, list, type Visitor } from '@academies/lists';
import { may } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { allProjects } from '../listed/areas.table.ts';
import { columns } from '../listed/columns.table.ts';
import { ofProjects } from '../listed/of-projects.ts';
import { holdsOf, linesOf } from './beside-the-plan.ts';
import { inWordsOf, isMonth, later, monthsAround, nextMonth, periodInWords, periodOf } from './months.ts';

const readByHolds = { narrows: () => undefined };

const from: Filter = {
  ...readByHolds,
  name: 'from',
  label: 'Month',
  choices: async (_, { today }) => monthsAround(today),
  accepts: isMonth,
  first: ({ today }) => nextMonth(today),
};

/** A range is for those who may export one. */
const to: Filter = {
  ...readByHolds,
  name: 'to',
  label: 'Up to and including',
  any: { value: '', text: 'That month only' },
  choices: async (_, { today }) => monthsAround(today),
  accepts: isMonth,
  may: (visitor) => may(visitor, 'exports'),
};

const show: Filter = {
  ...readByHolds,
  name: 'show',
  label: 'Show',
  choices: {
    plan: 'The plan: confirmed and assigned',
    unassigned: 'Confirmed, assigned to nobody',
    'on-hold': 'On hold',
    provisional: 'Provisional date',
    completed: 'Completed',
  },
  first: () => 'plan',
};

/** What stands around the plan of some months: the next and previous one, what is not in it, its file in detail. */
const around =
  (kind: Kind) =>
  async (em: EntityManager, { filters }: Asked, visitor: Visitor) => {
    const period = periodOf(filters);
    return {
      period: periodInWords(period),
      isBackwards: period.isBackwards,
      isPlan: filters['show'] === 'plan',
      before: { month: later(period.from, -1), text: inWordsOf(later(period.from, -1)) },
      after: { month: later(period.to, 1), text: inWordsOf(later(period.to, 1)) },
      lines: await linesOf(em, { kind, filters, today: visitor.today }),
      from: period.from,
      to: period.to,
      file: `/exports/${kind}s-by-month.csv?from=${period.from}&to=${period.to}`,
    };
  };

const ofMonths = (kind: Kind) => ({
  ...ofProjects,
  area: allProjects,
  address: `projects/by-month/${kind}s`,
  search: undefined,
  filters: [from, to, show],
  holds: (_: Visitor, asked: Asked) => holdsOf(kind, asked),
  caption: ({ filters }: Asked) => periodInWords(periodOf(filters)),
  template: 'lists/by-month/by-month',
  more: around(kind),
  empty: `No ${kind}s of this kind in these months.`,
});

const { schoolAndUrn, region, localAuthority, incomingTrust, outgoingTrust, confirmedDate } = columns;

/** The plan by month: the same rows as its file at Reporting (docs/domain/complete-pages.md, "All projects"). */
export const byMonthLists = [
  list({
    ...ofMonths('conversion'),
    title: 'Conversions by month',
    columns: [schoolAndUrn, region, localAuthority, incomingTrust, columns.conditionsMet, confirmedDate],
  }),
  list({
    ...ofMonths('transfer'),
    title: 'Transfers by month',
    columns: [schoolAndUrn, region, outgoingTrust, incomingTrust, columns.authorityToProceed, confirmedDate],
  }),
];
