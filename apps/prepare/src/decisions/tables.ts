import type { Decision } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';
import type { DecisionAnswers } from './decision-answers.ts';

/** Every decision, numbered within its project. */
export const DecisionRow = defineEntity({
  name: 'DecisionRow',
  tableName: 'decision',
  properties: { projectId: p.text().primary(), number: p.integer().primary(), state: p.json<Decision>() },
});

/** What somebody has answered so far on the pages of "Record a decision". */
export const DraftRow = defineEntity({
  name: 'DraftRow',
  tableName: 'decision_draft',
  properties: {
    projectId: p.text().primary(),
    email: p.text().primary(),
    answers: p.json<DecisionAnswers>(),
  },
});

export const decisionTables = [DecisionRow, DraftRow];
