/** Projects of other Prepare projects that are inactive or active in Complete, for these URNs (rule 2). */
export const livingProjectsSql = `
  select urn, id, prepare_id as "prepareId"
    from complete_project
   where urn = any($1) and complete_state in ('inactive', 'active') and prepare_id <> $2`;

/** Names that other projects give to a trust by its TRN, here and in Complete (rule 4). */
export const namesUnderTrnSql = `
  select incoming_name as name from complete_project
   where incoming_trn = $1 and incoming_name is not null and complete_state <> 'deleted' and prepare_id <> $2
  union
  select incoming_name from project
   where incoming_trn = $1 and incoming_name is not null and not deleted and id <> $2
     and status in ('pre_decision', 'deferred', 'approved', 'approved_with_conditions')`;

/** The incoming trusts of a group's other members, here and in Complete (rule 8). */
export const trustsInGroupSql = `
  select distinct trust ->> 'ukprn' as ukprn, trust ->> 'trn' as trn, trust ->> 'name' as name
    from (
      select state -> 'incomingTrust' as trust, prepare_id from complete_project
       where group_reference = $1 and complete_state <> 'deleted'
      union all
      select state -> 'incomingTrust', id from project
       where group_reference = $1 and not deleted and status not in ('declined', 'withdrawn', 'dao_revoked')
    ) as members
   where prepare_id <> $2`;
