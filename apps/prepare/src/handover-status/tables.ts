import type { CompleteProject, RejectionReason } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';
import type { Answer } from './answer.ts';

/** Every attempt to hand a project over stays on record. */
export const AttemptRow = defineEntity({
  name: 'AttemptRow',
  tableName: 'handover_attempt',
  properties: {
    projectId: p.text().primary(),
    attempt: p.integer().primary(),
    urns: p.array(),
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
    says: p.text().$type<Answer['says']>(),
    reasons: p.json<readonly RejectionReason[]>(),
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

export const handoverTables = [AttemptRow, AnswerRow, CompleteRow];
