import { sql } from '@academies/database';
import type { Erased, ErasingOptions } from '@academies/erasing';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Undecided, or approved and not in Complete yet. */
const livingSql = `
  select id, assigned_to as "assignedTo" from project
   where not deleted and assigned_to is not null
     and (status in ('pre_decision', 'deferred')
          or status in ('approved', 'approved_with_conditions')
             and exists (select from project_academy
                          where project_id = project.id and handover_state not in ('created', 'deleted')))
   order by number`;

/** Living projects that somebody is assigned to: they are handed on first. */
async function living(em: EntityManager, erased: Erased): Promise<string[]> {
  const projects = await sql<{ id: string; assignedTo: string }>(em, livingSql);
  return projects
    .filter(({ assignedTo }) => erased.is('email', assignedTo))
    .map(({ id }) => `Project ${id} in Prepare: they are assigned to it`);
}

/** What Prepare says of itself to those who erase. What lists search follows by triggers. */
export const preparesErasing: Omit<ErasingOptions, 'settings' | 'logger'> = {
  service: 'prepare',
  group: 'prepare-erasing',
  rules: {},
  living,
};
