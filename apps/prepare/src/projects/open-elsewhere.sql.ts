/**
 * Other projects of Prepare that hold one of these schools and are open: pre decision, deferred, or approved and not yet
 * completed, revoked or deleted in Complete (domain/prepare.md, "Starting a project").
 */
export const openElsewhereSql = `
  select p.id, a.urn
    from project_academy a
    join project p on p.id = a.project_id
   where a.urn = any($1) and p.id <> $2 and not p.deleted
     and (p.status in ('pre_decision', 'deferred')
          or p.status in ('approved', 'approved_with_conditions')
             and a.handover_state <> 'deleted'
             and not exists (select from complete_project c
                              where c.prepare_id = p.id and c.urn = a.urn and c.complete_state in ('completed', 'dao_revoked')))
   order by p.number`;
