import {
  type Changed,
  changed,
  type CompleteProject,
  CompleteProjectChanged,
  type Person,
  type Refused,
  refused,
  type CompleteState,
  type EventDefinition,
  newEvent,
  type OutboxEvent,
  type TopicName,
} from '@academies/contracts';

/** Inactive or active: one URN has at most one such project (docs/domain/handover.md, rule 2). */
export const livingStates: readonly CompleteState[] = ['inactive', 'active'];
export const isLiving = ({ state }: Pick<CompleteProject, 'state'>): boolean => livingStates.includes(state);

/** Facts of a project change, and the event names which. Nothing really different: no event. */
export function changeProject(
  project: CompleteProject,
  facts: Partial<CompleteProject>,
  by: Person | null,
): Changed<CompleteProject> {
  const changedFields = Object.entries(facts)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(project[name as keyof CompleteProject]))
    .map(([name]) => name);
  if (changedFields.length === 0) return changed(project);
  return changedBy(CompleteProjectChanged, { project: { ...project, ...facts }, changed: changedFields, by });
}

/** What only an active project lets be done; undefined when it is one. */
export const refusedUnlessActive = ({ state }: CompleteProject): Refused | undefined =>
  state === 'active' ? undefined : refused('The project is not active, so it cannot be changed');

/** An event about a project: its key is Prepare's id, its subject the project itself (docs/architecture.md, "Events"). */
export const eventAbout = <Value extends { project: CompleteProject }>(
  event: EventDefinition<string, TopicName, Value>,
  value: NoInfer<Value>,
): OutboxEvent => newEvent(event, { key: value.project.prepareId, subject: value.project.id, value });

/** One event changed a project to the one that it carries. */
export const changedBy = <Value extends { project: CompleteProject }>(
  event: EventDefinition<string, TopicName, Value>,
  value: NoInfer<Value>,
): Changed<CompleteProject> => changed(value.project, eventAbout(event, value));
