import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Person } from '../values/people.ts';
import { CompleteProject } from './complete-project.ts';
import { aCompletedProject, aDeletedProject, anActiveCompleteProject, aRevokedProject } from './examples.ts';
import { anOfficer } from '../prepare/examples.ts';

const topic = 'complete.projects';
const ByPerson = z.object({ project: CompleteProject, by: Person });
const active = { project: anActiveCompleteProject, by: anOfficer };

export const HandoverDetailsAdded = defineEvent('complete.project.handover-details-added.v1', {
  topic,
  meaning: 'A regional delivery officer completed the handover; the project is active.',
  value: z.object({ project: CompleteProject, comments: z.string().nullable(), by: Person }),
  example: () => ({ ...active, comments: null }),
});

export const CompleteProjectChanged = defineEvent('complete.project.changed.v1', {
  topic,
  meaning: 'Facts of a project were changed; `changed` names the fields of the project.',
  value: z.object({ project: CompleteProject, changed: z.array(z.string()).min(1), by: Person.nullable() }),
  example: () => ({ ...active, changed: ['academyOrderDate'] }),
});

export const ProjectCompleted = defineEvent('complete.project.completed.v1', {
  topic,
  meaning: 'The project is completed: the academy has opened or moved.',
  value: ByPerson,
  example: () => ({ project: aCompletedProject, by: anOfficer }),
});

export const DaoRevoked = defineEvent('complete.project.dao-revoked.v1', {
  topic,
  meaning: 'The directive academy order of a conversion was revoked after the handover.',
  value: ByPerson,
  example: () => ({ project: aRevokedProject, by: anOfficer }),
});

export const CompleteProjectDeleted = defineEvent('complete.project.deleted.v1', {
  topic,
  meaning: 'Service support deleted the project; Prepare may hand it over again.',
  value: ByPerson,
  example: () => ({ project: aDeletedProject, by: anOfficer }),
});

export const CompleteProjectRepublished = defineEvent('complete.project.state-republished.v1', {
  topic,
  meaning: 'The present state, sent again for a new consumer or a lost topic. Nothing has happened.',
  value: z.object({ project: CompleteProject }),
  example: () => ({ project: anActiveCompleteProject }),
});
