import { type EventDefinition, outgoing, type Outgoing, type PreparedProject } from '@academies/contracts';

/** An event about a project of Prepare: the project's id is its key and its subject. */
export const prepareEvent = <Value extends { project: PreparedProject }>(
  event: EventDefinition<string, 'prepare.projects', Value>,
  value: NoInfer<Value>,
): Outgoing => outgoing(event, { key: value.project.id, subject: value.project.id, value });
