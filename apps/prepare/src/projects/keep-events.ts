import {
  type Decision,
  DecisionRecorded,
  type Outgoing,
  type PreparedProject,
  ProjectApproved,
} from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DecisionRow } from '../decisions/tables.ts';
import { AttemptRow } from '../handover-status/tables.ts';
import { keepHandoverStates } from '../handover-status/keep-handover-states.ts';
import type { Occasion } from './occasion.ts';
import { ProjectRow } from './tables.ts';

const stateOf = (event: Outgoing): PreparedProject => (event.value as { project: PreparedProject }).project;

/** What some events add to the tables besides the project's new state. */
const records: Readonly<Record<string, (em: EntityManager, event: Outgoing, occasion: Occasion) => Promise<unknown>>> =
  {
    [DecisionRecorded.type]: async (em, { key, value }) =>
      em.insert(DecisionRow, {
        projectId: key,
        number: (await em.count(DecisionRow, { projectId: key })) + 1,
        state: (value as { decision: Decision }).decision,
      }),
    [ProjectApproved.type]: (em, event, { by, at }) =>
      em.insert(AttemptRow, {
        projectId: event.key,
        attempt: stateOf(event).attempts,
        urns: stateOf(event).academies.map(({ urn }) => urn),
        byName: by.name,
        at: new Date(at),
      }),
  };

/**
 * Writes what happened to a project and queues its events, in the transaction of `em`: state and events are one commit
 * (DESIGN.md, "In one paragraph"). The row of a project that exists is held by `loadProject`.
 */
export async function keepEvents(em: EntityManager, events: readonly Outgoing[], occasion: Occasion): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const state = stateOf(last);
  const row = await em.findOne(ProjectRow, { id: state.id });
  if (row) em.assign(row, { state, version: row.version + 1 });
  else em.create(ProjectRow, { id: state.id, version: 1, state });
  await em.flush();
  for (const event of events) await records[event.event.type]?.(em, event, occasion);
  await keepHandoverStates(em, state);
  await queueEvents(em, ...events);
}
