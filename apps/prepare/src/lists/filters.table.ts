import { handoverStates, type Kind, prepareStatuses, regions } from '@academies/contracts';
import { type Filter, order, where } from '@academies/lists';
import { assignedPeople, decisionMonths, localAuthorities } from './filter-options.ts';

const any = (text: string) => ({ value: '', text });

/** The filters of a kind's list. */
export const filtersOf = (kind: Kind): readonly Filter[] => [
  {
    name: 'status',
    label: 'Status',
    any: any('Any status'),
    choices: prepareStatuses.table,
    narrows: (status) => where`l.status = ${status}`,
  },
  {
    name: 'handover',
    label: 'Handover',
    any: any('Any state'),
    choices: handoverStates.table,
    narrows: (state) => where`l.handover @> array[${state}]`,
  },
  {
    name: 'region',
    label: 'Region',
    any: any('All regions'),
    choices: regions.table,
    narrows: (region) => where`l.regions @> array[${region}]`,
  },
  {
    name: 'authority',
    label: 'Local authority',
    any: any('All authorities'),
    choices: localAuthorities,
    narrows: (code) => where`l.authorities @> array[${code}]`,
  },
  {
    name: 'assigned',
    label: 'Assigned to',
    any: any('Anybody'),
    choices: async (em) => [['nobody', 'Nobody'], ...(await assignedPeople(em, kind))],
    narrows: (email) => (email === 'nobody' ? where`l.assigned_to is null` : where`l.assigned_to = ${email}`),
  },
  {
    name: 'month',
    label: 'Decision month',
    any: any('Any month'),
    choices: (em) => decisionMonths(em, kind),
    accepts: (month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month),
    narrows: (month) => where`l.decision_date >= ${month} and l.decision_date < ${`${month}-99`}`,
  },
];

/** The orders of both lists; each has its index. */
export const orders = {
  newest: order('Newest first', 'l.number desc'),
  school: order('School or academy', 'l.school', 'l.number'),
  decision: order('Decision date', 'l.decision_date', 'l.number'),
  date: order('Conversion or transfer date', 'l.proposed_date', 'l.number'),
};
