/** Groups with the trusts of their members, here and in Complete. */
export const membersOfGroupsSql = `
  with member as (
    select group_reference as reference, state -> 'incomingTrust' as trust, id as project from project
     where group_reference is not null and not deleted
    union
    select group_reference, state -> 'incomingTrust', prepare_id from complete_project
     where group_reference is not null and complete_state <> 'deleted'
  )
  select reference, count(distinct project)::int as members,
         coalesce(jsonb_agg(distinct trust) filter (where trust is not null), '[]') as trusts
    from (select reference from project_group union select reference from member) as known
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
