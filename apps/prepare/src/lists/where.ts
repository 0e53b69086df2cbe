import type { Kind } from '@academies/contracts';
import { searchable } from '@academies/register';
import type { Filters } from './filters.ts';
import { someSchool } from './list-projects.sql.ts';

/** A condition in SQL, with its parameters in order. */
export interface Where {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What a list of this kind, narrowed by these filters, holds. What people type is only ever a parameter. */
export function whereOf(kind: Kind, filters: Filters): Where {
  const parameters: unknown[] = [];
  const $ = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [`p.kind = ${$(kind)}`, 'not p.deleted'];
  const add = (value: string, condition: (parameter: string) => string) => {
    if (value) conditions.push(condition($(value)));
  };
  add(filters.status, (status) => `p.status = ${status}`);
  add(filters.region, (region) => someSchool(`e.region = ${region}`));
  add(filters.authority, (code) => someSchool(`e.local_authority_code = ${code}`));
  if (filters.assigned === 'nobody') conditions.push('p.assigned_to is null');
  else add(filters.assigned, (email) => `p.assigned_to = ${email}`);
  add(filters.handover, (state) => someSchool(`a.handover_state = ${state}`));
  add(filters.month, (month) => `left(coalesce(p.decision_date, p.proposed_decision_date), 7) = ${month}`);
  if (filters.search) conditions.push(searchFor(filters.search, $));
  return { sql: conditions.join('\n   and '), parameters };
}

/** By words of a name of school or trust, by URN, UKPRN, TRN or a reference of project, group or form-a-MAT. */
function searchFor(search: string, $: (value: unknown) => string): string {
  const number = $(search.toUpperCase());
  const numbers = [
    'p.id',
    'p.incoming_ukprn',
    'p.outgoing_ukprn',
    'p.incoming_trn',
    'p.group_reference',
    'p.form_a_mat_reference',
  ]
    .map((column) => `${column} = ${number}`)
    .concat(someSchool(`(e.urn = ${number} or a.urn = ${number} or e.ukprn = ${number})`));
  const words = searchable(search).split(' ').filter(Boolean);
  if (words.length === 0) return `(${numbers.join(' or ')})`;
  const patterns = $(words.map((word) => `%${word}%`));
  const names = ['incoming.search_name', 'outgoing.search_name', 'lower(p.incoming_name)'].map(
    (column) => `${column} like all (${patterns})`,
  );
  return `(${[...numbers, ...names, someSchool(`e.search_name like all (${patterns})`)].join(' or ')})`;
}
