/** Where the facts of a list come from: the project, its schools and its trusts as the register has them now. */
const from = `
  from project p
  cross join lateral (
    select jsonb_agg(jsonb_build_object('urn', a.urn, 'name', e.name, 'authority', e.local_authority_name,
                                        'region', e.region, 'handover', a.handover_state) order by a.position) as academies,
           (array_agg(e.search_name order by a.position))[1] as first_name
      from project_academy a
      left join register_establishment e on e.urn = a.urn
     where a.project_id = p.id) as schools
  left join lateral (select name, search_name from register_trust where ukprn = p.incoming_ukprn limit 1) as incoming on true
  left join lateral (select name, search_name from register_trust where ukprn = p.outgoing_ukprn limit 1) as outgoing on true`;

/** How many there are. */
export const countProjectsSql = (where: string): string => `select count(*)::int as total ${from} where ${where}`;

/** One page of a list. */
export const listProjectsSql = (where: string, order: string, limit: number, offset: number): string => `
  select p.id, p.state, schools.academies, coalesce(incoming.name, p.incoming_name) as "incomingTrust",
         outgoing.name as "outgoingTrust"
    ${from}
   where ${where}
   order by ${order}
   limit ${limit} offset ${offset}`;

/** A school of the project fulfils this; \`e\` is its copy in the register, \`a\` its place in the project. */
export const someSchool = (condition: string): string => `exists (
  select from project_academy a left join register_establishment e on e.urn = a.urn
   where a.project_id = p.id and ${condition})`;

/** Local authorities and assigned people of a kind's projects: what its filters offer. */
export const filterOptionsSql = `
  select 'authority' as filter, e.local_authority_code as value, min(e.local_authority_name) as text
    from project p join project_academy a on a.project_id = p.id join register_establishment e on e.urn = a.urn
   where p.kind = $1 and not p.deleted and e.local_authority_code is not null
   group by e.local_authority_code
  union all
  select 'assigned', p.assigned_to, min(p.state #>> '{assignedTo,name}')
    from project p where p.kind = $1 and not p.deleted and p.assigned_to is not null
   group by p.assigned_to
  union all
  select 'month', left(coalesce(p.decision_date, p.proposed_decision_date), 7),
         left(coalesce(p.decision_date, p.proposed_decision_date), 7) || '-01'
    from project p where p.kind = $1 and not p.deleted and coalesce(p.decision_date, p.proposed_decision_date) is not null
   group by 2, 3
   order by 1, 3`;
