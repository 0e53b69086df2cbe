/**
 * The newest groups without members, and groups that a project of this trust ($1 UKPRN, $2 TRN) is in, with the trusts of all their
 * members, here and in Complete. Never all groups with all projects: there are thousands.
 */
export const groupsOfTrustSql = `
  with candidate as (
    (select reference from project_group g
      where not exists (select from project where group_reference = g.reference and not deleted)
        and not exists (select from complete_project where group_reference = g.reference and complete_state <> 'deleted')
      order by reference desc limit 20)
    union
    select group_reference from project
     where group_reference is not null and not deleted and (incoming_ukprn = $1 or upper(incoming_trn) = upper($2))
    union
    select group_reference from complete_project
     where group_reference is not null and complete_state <> 'deleted' and (incoming_ukprn = $1 or upper(incoming_trn) = upper($2))
  ), member as (
    select group_reference as reference, state -> 'incomingTrust' as trust, id as project
      from project join candidate on group_reference = reference where not deleted
    union
    select group_reference, state -> 'incomingTrust', prepare_id
      from complete_project join candidate on group_reference = reference where complete_state <> 'deleted'
  )
  select reference, count(distinct project)::int as members,
         coalesce(jsonb_agg(distinct trust) filter (where trust is not null), '[]') as trusts
    from candidate
    left join member using (reference)
   group by reference
   order by reference`;

/** The next number that no group has: the sequence may be behind groups that came with projects. */
export const nextGroupSql = `
  insert into project_group (reference)
  select 'GRP_' || lpad(greatest(
           nextval('group_number'),
           setval('group_number', greatest((select last_value from group_number),
             coalesce((select max(substr(reference, 5)::int) + 1 from (
               select reference from project_group
               union select group_reference from project where group_reference is not null
               union select group_reference from complete_project where group_reference is not null) as known), 1)))
         )::text, 8, '0')
  returning reference`;
