/** A project with the names that the register has today for its school and its trusts. */
const from = `
  from project p
  left join register_establishment e on e.urn = p.urn
  left join lateral (select name, search_name from register_trust where ukprn = p.incoming_trust_ukprn limit 1) as incoming on true
  left join lateral (select name, search_name from register_trust where ukprn = p.outgoing_trust_ukprn limit 1) as outgoing on true`;

export const countProjectsSql = (where: string): string => `select count(*)::int as total ${from} where ${where}`;

/** One page of a list. */
export const listProjectsSql = (where: string, order: string, limit: number, offset: number): string => `
  select p.whole as project, e.name as school, e.local_authority_name as "localAuthority",
         coalesce(incoming.name, p.incoming_trust_name) as "incomingTrust", outgoing.name as "outgoingTrust"
    ${from}
   where ${where}
   order by ${order}
   limit ${limit} offset ${offset}`;

/** Orders of lists. */
export const orders = {
  date: 'p.significant_date, e.search_name nulls last, p.id',
  decision: 'p.advisory_board_date, p.created_at, p.id',
} as const;
