import type { PreparedProject, RejectionReason } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AnswerRow, AttemptRow } from './tables.ts';

/** An attempt to hand a project over, with what Complete answered to it. */
export interface PastAttempt {
  readonly attempt: number;
  readonly by: string;
  readonly at: string;
  readonly answers: readonly { urn: string | null; says: string; reasons: readonly RejectionReason[]; at: string }[];
}

/** Every attempt, newest first. */
export async function pastAttempts(em: EntityManager, { id }: PreparedProject): Promise<PastAttempt[]> {
  const plain = { disableIdentityMap: true } as const;
  const attempts = await em.find(AttemptRow, { projectId: id }, { ...plain, orderBy: { attempt: 'desc' } });
  const answers = await em.find(AnswerRow, { projectId: id }, { ...plain, orderBy: { at: 'asc' } });
  return attempts.map(({ attempt, byName, at }) => ({
    attempt,
    by: byName,
    at: at.toISOString(),
    answers: answers
      .filter((answer) => answer.attempt === attempt)
      .map((answer) => ({
        urn: answer.urn ?? null,
        says: answer.says,
        reasons: answer.reasons,
        at: answer.at.toISOString(),
      })),
  }));
}
