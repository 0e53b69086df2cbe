import { ProjectRow } from '@academies/complete';
import { type CompleteProject, HandoverDetailsAdded, type ValueOf } from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import { establishmentByUrn, trustByUkprn } from '@academies/register';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { keepHandoverDetails } from '../handover-details/keep-handover-details.ts';
import { momentOf } from './days.ts';
import { planOf } from './plan.ts';
import { storyOf } from './story.ts';

/** Tells the story of each project that has just arrived, one transaction each; answers how many have one. */
export async function tellStories(orm: MikroORM): Promise<number> {
  const arrived = await orm.em
    .fork()
    .execute<{ id: string }[]>(`select id from project where state = 'inactive' order by prepare_id::int, urn`);
  let told = 0;
  for (const { id } of arrived) if (await orm.em.fork().transactional((em) => tellStory(em, id))) told++;
  return told;
}

async function tellStory(em: EntityManager, id: string): Promise<boolean> {
  const row = await em.findOneOrFail(ProjectRow, { id });
  const { urn, incomingTrust } = row.whole;
  const school = await establishmentByUrn(em, urn);
  const trust = incomingTrust.ukprn ? await trustByUkprn(em, incomingTrust.ukprn) : undefined;
  const events = storyOf(row.whole, { schoolName: school?.name ?? urn, trustInRegister: trust !== undefined });
  if (events.length === 0) return false;
  row.whole = (events.at(-1)?.value as { project: CompleteProject }).project;
  await em.flush();
  const added = events.find(({ event }) => event.type === HandoverDetailsAdded.type);
  if (added) {
    const { project, comments, by } = added.value as ValueOf<typeof HandoverDetailsAdded>;
    const details = row.whole.assignedTo ? { ...project, assignedTo: row.whole.assignedTo } : project;
    await keepHandoverDetails(em, details, { comments, by, at: momentOf(planOf(project).takenOn) });
  }
  await queueEvents(em, ...events);
  return true;
}
