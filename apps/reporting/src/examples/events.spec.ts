import {
  anOfficer,
  type CompleteProject,
  type EventDefinition,
  type PreparedProject,
  ProjectApproved,
  ProjectCreated,
  ProjectStarted,
  type TopicName,
} from '@academies/contracts';
import { v7 } from 'uuid';
import type { Arrived } from '../journal/append.ts';

/** An event as it arrives from its topic. */
export const arrived = <Value>(
  event: EventDefinition<string, TopicName, Value>,
  value: NoInfer<Value>,
  more: Partial<Arrived> = {},
): Arrived => ({
  id: v7(),
  type: event.type,
  source: 'tests',
  time: '2026-10-06T14:05:00.000Z',
  subject: '1042',
  sequence: 1,
  key: '1042',
  topic: event.topic,
  value,
  ...more,
});

export const started = (project: PreparedProject): Arrived =>
  arrived(ProjectStarted, { project, by: anOfficer }, { key: project.id, subject: project.id });

export const approved = (project: PreparedProject, time = '2026-10-06T14:05:00.000Z'): Arrived =>
  arrived(
    ProjectApproved,
    {
      project,
      decision: project.decision as NonNullable<PreparedProject['decision']>,
      attempt: project.attempts,
      by: anOfficer,
    },
    { key: project.id, subject: project.id, time },
  );

export const created = (project: CompleteProject, attempt = 1): Arrived =>
  arrived(ProjectCreated, { project, attempt }, { key: project.prepareId, subject: project.id });
