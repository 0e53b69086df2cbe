import { handoverStates, prepareStatuses, regions } from '@academies/contracts';

/** Orders of a list: the words, and what PostgreSQL orders by. */
export const orders = {
  newest: { text: 'Newest first', by: 'p.number desc' },
  school: { text: 'School or academy', by: 'first_name collate "C" nulls last, p.number' },
  decision: { text: 'Decision date', by: 'coalesce(p.decision_date, p.proposed_decision_date) nulls last, p.number' },
  date: { text: 'Conversion or transfer date', by: 'p.proposed_date nulls last, p.number' },
} as const;
export type Order = keyof typeof orders;

/** What a list is narrowed to; what the URL does not say, or says wrongly, narrows nothing. */
export interface Filters {
  readonly search: string;
  readonly status: string;
  readonly region: string;
  readonly authority: string;
  readonly assigned: string;
  readonly handover: string;
  readonly month: string;
  readonly sort: Order;
}

const among = (value: string, names: readonly string[]): string => (names.includes(value) ? value : '');

/** Reads the filters from the URL, where they live. */
export function filtersOf(query: Readonly<Record<string, unknown>>): Filters {
  const said = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
  };
  const sort = said('sort');
  return {
    search: said('search'),
    status: among(said('status'), prepareStatuses.names),
    region: among(said('region'), regions.names),
    authority: said('authority'),
    assigned: said('assigned'),
    handover: among(said('handover'), handoverStates.names),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(said('month')) ? said('month') : '',
    sort: sort in orders ? (sort as Order) : 'newest',
  };
}

/** How many filters narrow the list, the search and the order aside. */
export const narrowing = ({ status, region, authority, assigned, handover, month }: Filters): number =>
  [status, region, authority, assigned, handover, month].filter(Boolean).length;
