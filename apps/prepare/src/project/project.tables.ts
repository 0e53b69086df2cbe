import type { CompleteProject, Decision, HandoverState, PreparedProject, RejectionReason } from '@academies/contracts';
import type { Faster } from '@academies/forms';
import { defineEntity, p } from '@mikro-orm/core';
import type { HandoverAnswer } from '@academies/handover';

/** Who changed a fact last, and when, by its place in the project: 'assignedTo', 'summary.rationale'. */
export type Changes = Readonly<Record<string, Faster>>;

/** A project with its whole public state. `version` counts the changes that people make, so that two of them notice. */
export const ProjectRow = defineEntity({
  name: 'ProjectRow',
  tableName: 'project',
  properties: {
    id: p.text().primary(),
    version: p.integer(),
    state: p.json<PreparedProject>(),
    changes: p.json<Changes>().default('{}'),
  },
});

/** A school or academy of a project, with the state of its handover for lists and filters. */
export const AcademyRow = defineEntity({
  name: 'AcademyRow',
  tableName: 'project_academy',
  properties: {
    projectId: p.text().primary(),
    urn: p.text().primary(),
    position: p.integer(),
    handoverState: p.text().$type<HandoverState>(),
  },
});

/** Every decision, numbered within its project. */
export const DecisionRow = defineEntity({
  name: 'DecisionRow',
  tableName: 'decision',
  properties: { projectId: p.text().primary(), number: p.integer().primary(), state: p.json<Decision>() },
});

/** Every attempt to hand a project over stays on record. */
export const AttemptRow = defineEntity({
  name: 'AttemptRow',
  tableName: 'handover_attempt',
  properties: {
    projectId: p.text().primary(),
    attempt: p.integer().primary(),
    urns: p.array(),
    /** The id of the approval's own event; answers to an approval that could not be read name it. */
    approvalId: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
});

/** Every answer of Complete, by the event that brought it. */
export const AnswerRow = defineEntity({
  name: 'AnswerRow',
  tableName: 'handover_answer',
  properties: {
    eventId: p.uuid().primary(),
    projectId: p.text(),
    attempt: p.integer(),
    urn: p.text().nullable(),
    says: p.text().$type<HandoverAnswer['says']>(),
    reasons: p.json<readonly RejectionReason[]>(),
    /** The project in Complete that it names. */
    completeId: p.uuid().nullable(),
    at: p.datetime(),
  },
});

/** A project of Complete as this service last heard of it; what rules 2, 4 and 8 need, and what the pages tell. */
export const CompleteRow = defineEntity({
  name: 'CompleteRow',
  tableName: 'complete_project',
  properties: {
    id: p.uuid().primary(),
    sequence: p.bigint('number'),
    state: p.json<CompleteProject>(),
    prepareId: p.text().nullable().generated(`(state #>> '{prepareId}') stored`),
  },
});

/** Somebody whom Prepare knows, by e-mail. Roles are the sign-in's, never kept here. */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  properties: {
    email: p.text().primary(),
    name: p.text(),
    team: p.text().nullable(),
    active: p.boolean(),
  },
});

export const projectTables = [ProjectRow, AcademyRow, DecisionRow, AttemptRow, AnswerRow, CompleteRow, PersonRow];
