import { searchable } from '@academies/register';
import type { Filters } from './filters.ts';

/** A condition in SQL, with its parameters in order. */
export interface Where {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const types = {
  all: undefined,
  conversions: `p.kind = 'conversion'`,
  transfers: `p.kind = 'transfer'`,
  'forming-a-mat': 'p.forming_a_mat',
};

/** What a list that is narrowed by these filters holds. What people type is only ever a parameter. */
export function whereOf({ state, type = 'all', search, region, team, assignedTo }: Filters): Where {
  const parameters: unknown[] = [];
  const $ = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [
    `p.state = ${$(state)}`,
    types[type],
    region && region !== 'all' && `p.region = ${$(region)}`,
    team && `p.team = ${$(team)}`,
    assignedTo === null && 'p.assigned_to is null',
    assignedTo && `p.assigned_to = ${$(assignedTo)}`,
    search && searchFor(search, $),
  ];
  return { sql: conditions.filter(Boolean).join('\n     and '), parameters };
}

/** By words of a name of school or trust, by URN, UKPRN, TRN, establishment number or DfE number. */
function searchFor(search: string, $: (value: unknown) => string): string {
  const number = $(search.toUpperCase());
  const numbers = [
    'p.urn',
    'p.incoming_trust_ukprn',
    'p.outgoing_trust_ukprn',
    'p.incoming_trust_trn',
    'e.ukprn',
    'e.establishment_number',
    `e.local_authority_code || '/' || e.establishment_number`,
  ].map((column) => `${column} = ${number}`);
  const words = searchable(search).split(' ').filter(Boolean);
  if (words.length === 0) return `(${numbers.join(' or ')})`;
  const patterns = $(words.map((word) => `%${word}%`));
  const names = ['e.search_name', 'incoming.search_name', 'outgoing.search_name', 'lower(p.incoming_trust_name)'];
  return `(${[...numbers, ...names.map((name) => `${name} like all (${patterns})`)].join(' or ')})`;
}
