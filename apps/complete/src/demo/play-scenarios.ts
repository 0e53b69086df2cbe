import { ProjectRow } from '@academies/complete';
import { contextAt, HandoverDetailsAdded, type ValueOf } from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import { establishmentByUrn, trustByUkprn } from '@academies/register';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { saveHandoverDetails } from '../handover-details/save-handover-details.ts';
import { momentOf } from './days.ts';
import { planOf } from './plan.ts';
import { scenarioOf } from './scenario.ts';

/** Plays the scenario of each project that has just arrived, one transaction each; answers how many have one. */
export async function playScenarios(orm: MikroORM): Promise<number> {
  const arrived = await orm.em
    .fork()
    .execute<{ id: string }[]>(`select id from project where state = 'inactive' order by prepare_id::int, urn`);
  let told = 0;
  for (const { id } of arrived) if (await orm.em.fork().transactional((em) => playScenario(em, id))) told++;
  return told;
}

async function playScenario(em: EntityManager, id: string): Promise<boolean> {
  const row = await em.findOneOrFail(ProjectRow, { id });
  const { urn, incomingTrust } = row.document;
  const school = await establishmentByUrn(em, urn);
  const trust = incomingTrust.ukprn ? await trustByUkprn(em, incomingTrust.ukprn) : undefined;
  const { state, events } = scenarioOf(row.document, {
    schoolName: school?.name ?? urn,
    trustInRegister: trust !== undefined,
  });
  if (events.length === 0) return false;
  row.document = state;
  await em.flush();
  const added = events.find(({ event }) => event.type === HandoverDetailsAdded.type);
  if (added) {
    const { project, comments, by } = added.value as ValueOf<typeof HandoverDetailsAdded>;
    const details = row.document.assignedTo ? { ...project, assignedTo: row.document.assignedTo } : project;
    await saveHandoverDetails(em, details, {
      ...contextAt(by, momentOf(planOf(project).takenOn)),
      comments,
    });
  }
  await queueEvents(em, ...events);
  return true;
}
