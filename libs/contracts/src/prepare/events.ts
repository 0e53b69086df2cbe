import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { IsoDate } from '../values/dates.ts';
import { Urn } from '../values/identifiers.ts';
import { Person } from '../values/people.ts';
import { anExampleDecision, anExampleProject, anExampleTransfer, anOfficer, anUndecidedProject } from './examples.ts';
import { Decision, PreparedProject } from './prepared-project.ts';

const topic = 'prepare.projects';

export const ProjectStarted = defineEvent('prepare.project.started.v1', {
  topic,
  meaning: 'A delivery officer started a project.',
  value: z.object({ project: PreparedProject, by: Person }),
  example: () => ({
    project: anUndecidedProject,
    by: anOfficer,
  }),
});

export const PreparedProjectChanged = defineEvent('prepare.project.changed.v1', {
  topic,
  meaning: 'Facts of a project were changed; `changed` names the fields of the project.',
  value: z.object({ project: PreparedProject, changed: z.array(z.string()).min(1), by: Person }),
  example: () => ({
    project: anUndecidedProject,
    changed: ['proposedDate', 'dateHistory'],
    by: anOfficer,
  }),
});

export const DecisionRecorded = defineEvent('prepare.decision.recorded.v1', {
  topic,
  meaning: 'A decision was recorded; it supersedes the one before. An approval is followed by its own event.',
  value: z.object({ project: PreparedProject, decision: Decision, by: Person }),
  example: () => ({ project: anExampleProject, decision: anExampleDecision, by: anOfficer }),
});

export const DecisionCorrected = defineEvent('prepare.decision.corrected.v1', {
  topic,
  meaning:
    'Service support recorded that the decision on a project in Complete named a wrong trust: the project carries the right one, and the one before with the reason.',
  value: z.object({ project: PreparedProject, by: Person }),
  example: () => ({
    project: {
      ...anExampleTransfer,
      trustCorrections: [
        {
          incomingTrust: { ukprn: '19000055', trn: null, name: null },
          outgoingTrustUkprn: anExampleTransfer.outgoingTrustUkprn,
          reason: 'The record of the board names the other trust of that name.',
          by: anOfficer,
          at: '2026-11-03T10:20:00.000Z',
        },
      ],
    },
    by: anOfficer,
  }),
});

/** Complete answers with one event an academy, to the same attempt. */
export const ProjectApproved = defineEvent('prepare.project.approved.v1', {
  topic,
  meaning: 'An approved project is handed over to Complete, for the first time or, after a rejection, again.',
  value: z.object({ project: PreparedProject, decision: Decision, attempt: z.int().min(1), by: Person }),
  example: () => ({ project: anExampleProject, decision: anExampleDecision, attempt: 1, by: anOfficer }),
});

export const AcademyOrderDateSet = defineEvent('prepare.project.academy-order-date-set.v1', {
  topic,
  meaning: 'The academy order date of an approved voluntary conversion was set or changed.',
  value: z.object({ project: PreparedProject, date: IsoDate, by: Person }),
  example: () => ({ project: anExampleProject, date: '2026-10-06', by: anOfficer }),
});

export const AcademyRemoved = defineEvent('prepare.project.academy-removed.v1', {
  topic,
  meaning: 'A rejected academy was removed from a transfer; the project no longer holds it.',
  value: z.object({ project: PreparedProject, urn: Urn, by: Person }),
  example: () => ({ project: { ...anExampleTransfer, academies: [{ urn: '900201' }] }, urn: '900202', by: anOfficer }),
});

export const PreparedProjectDeleted = defineEvent('prepare.project.deleted.v1', {
  topic,
  meaning: 'A project was deleted before a decision.',
  value: z.object({ project: PreparedProject, by: Person }),
  example: () => ({
    project: { ...anUndecidedProject, deleted: true },
    by: anOfficer,
  }),
});

export const PreparedProjectRepublished = defineEvent('prepare.project.state-republished.v1', {
  topic,
  meaning: 'The present state, sent again for a new consumer or a lost topic. Nothing has happened.',
  value: z.object({ project: PreparedProject }),
  example: () => ({ project: anExampleTransfer }),
});
