import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { type DecisionAnswers, noAnswers } from './decision-answers.ts';
import { DraftRow } from './tables.ts';

/** What somebody has answered so far about a project, or nothing. */
export async function draftOf(
  em: EntityManager,
  projectId: string,
  email: string,
): Promise<DecisionAnswers | undefined> {
  const row = await em.findOne(DraftRow, { projectId, email }, { disableIdentityMap: true });
  return row ? { ...noAnswers, ...row.answers } : undefined;
}

const keepDraftSql = `
  insert into decision_draft (project_id, email, answers) values ($1, $2, $3::jsonb)
  on conflict (project_id, email) do update set answers = excluded.answers, saved_at = excluded.saved_at`;

export const keepDraft = (em: EntityManager, projectId: string, email: string, answers: DecisionAnswers) =>
  sql(em, keepDraftSql, [projectId, email, JSON.stringify(answers)]);

/** Takes the draft away: it was recorded. */
export const endDraft = (em: EntityManager, projectId: string, email: string): Promise<number> =>
  em.nativeDelete(DraftRow, { projectId, email });
