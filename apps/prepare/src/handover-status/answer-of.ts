import {
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
  type ValueOf,
} from '@academies/contracts';
import type { Answer } from './answer.ts';

/** The types of event that answer an approval, and what each says. */
const translations: Readonly<Record<string, (value: never, attempt: number) => Answer>> = {
  [ProjectCreated.type]: created,
  [HandoverConfirmed.type]: created,
  [HandoverRejected.type]: ({ urn, attempt, reasons, at }: ValueOf<typeof HandoverRejected>) => ({
    ...{ urn, attempt, reasons, at },
    says: 'rejected',
  }),
  [HandoverHeldUp.type]: ({ urn, attempt, at }: ValueOf<typeof HandoverHeldUp>, present) => ({
    ...{ urn, at, reasons: [], attempt: attempt ?? present },
    says: 'held_up',
  }),
  [HandoverDiscarded.type]: ({ urn, attempt, note, at }: ValueOf<typeof HandoverDiscarded>, present) => ({
    ...{ urn, at, attempt: attempt ?? present },
    says: 'rejected',
    reasons: [{ rule: 'discarded-by-service-support', message: note, mendedOn: null }],
  }),
};

function created({ project, attempt }: ValueOf<typeof ProjectCreated>): Answer {
  return { urn: project.urn, attempt, says: 'created', reasons: [], at: project.createdAt };
}

/**
 * The answer that an event of Complete gives, or nothing when it answers no approval. An answer that could not tell
 * its attempt, because the approval was unreadable, is one to the present attempt.
 */
export const answerOf = (type: string, value: unknown, presentAttempt: number): Answer | undefined =>
  translations[type]?.(value as never, presentAttempt);
