import { type OpenRejection, type Settlement, settlements } from '@academies/complete';
import { completeStates, type CompleteProject, kinds } from '@academies/contracts';
import { sql } from '@academies/database';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sought } from './sought.ts';

/** By its id, its number in Prepare, or an event of its own that was published lately. */
const projectsSql = `
  select id, urn, prepare_id as "prepareId", state, document ->> 'kind' as kind from project
   where id = $1::uuid or prepare_id = $2
      or id = (select case when subject ~ '^[0-9a-f-]{36}$' then subject::uuid end from outbox
                where event_id = $1::uuid and topic = 'complete.projects')
   order by state = 'deleted', id limit 50`;

const rejectionsSql = `
  select prepare_id as "prepareId", urn, attempt, kind, reasons, rejected_at as "rejectedAt", settled
    from rejected_handover where prepare_id = $1 order by rejected_at desc limit 50`;

type FoundProject = Pick<CompleteProject, 'id' | 'urn' | 'prepareId' | 'state' | 'kind'>;
type FoundRejection = OpenRejection & { readonly settled: Settlement | null };

/** Projects, deleted ones too, and rejected handovers, settled ones too; with the names of their schools. */
export async function foundProjects(em: EntityManager, { uuid, prepareId }: Sought) {
  const projects = await sql<FoundProject>(em, projectsSql, [uuid, prepareId]);
  const rejections = await sql<FoundRejection>(em, rejectionsSql, [prepareId]);
  const urns = [...projects, ...rejections].map(({ urn }) => urn);
  const schools = await establishmentsByUrn(em, urns);
  const named = <One extends { urn: string }>(one: One) => ({
    ...one,
    name: schools.get(one.urn)?.name ?? `School with the URN ${one.urn}`,
  });
  return {
    projects: projects.map((one) => ({
      ...named(one),
      kind: kinds.say(one.kind),
      state: completeStates.say(one.state),
    })),
    rejections: rejections.map((one) => ({ ...named(one), settled: one.settled && settlements.say(one.settled) })),
  };
}
