import {
  type CompleteProject,
  type EventDefinition,
  outgoing,
  type Outgoing,
  type TopicName,
} from '@academies/contracts';

/** An event about a project: its key is Prepare's id, its subject the project itself (DESIGN.md, Events). */
export const aboutProject = <Value extends { project: CompleteProject }>(
  event: EventDefinition<string, TopicName, Value>,
  value: NoInfer<Value>,
): Outgoing => outgoing(event, { key: value.project.prepareId, subject: value.project.id, value });
