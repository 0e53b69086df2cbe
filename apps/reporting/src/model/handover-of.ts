import {
  type CompleteProject,
  type HandoverState,
  isApproval,
  londonDate,
  type PreparedProject,
} from '@academies/contracts';
import type { Handover } from '../columns/row-facts.ts';

/** What Complete said about an approval. Without URN or attempt it speaks of the whole project as it then was. */
export interface Answer {
  readonly urn: string | null;
  readonly attempt: number | null;
  readonly says: 'created' | 'held_up' | 'rejected';
  readonly reasons: readonly string[];
  readonly at: string;
}

/** The present attempt: when it began and for which academies, if that was seen. */
export interface Attempt {
  readonly number: number;
  readonly startedAt: string | null;
  readonly urns: readonly string[] | null;
}

/** Prepare's newest state and its present attempt. */
export interface Prepared {
  readonly project: PreparedProject;
  readonly attempt: Attempt;
}

/** Keeps, in order of arrival, the newest answer for each academy and attempt. */
export const withAnswer = (answers: readonly Answer[], answer: Answer): Answer[] => [
  ...answers.filter(({ urn, attempt }) => urn !== answer.urn || attempt !== answer.attempt),
  answer,
];

interface Asked {
  readonly urn: string;
  readonly prepared: Prepared | null;
  readonly answers: readonly Answer[];
  /** The newest project of this academy in Complete, deleted ones too. */
  readonly newest: CompleteProject | null;
}

/**
 * Where one academy's handover stands (domain/handover.md, "What Prepare shows"; docs/adr/004). It does not matter
 * which of the two topics came first.
 */
export function handoverOf({ urn, prepared, answers, newest }: Asked): Handover {
  const at = (state: HandoverState, rejectedReasons: readonly string[] = []): Handover => ({
    state,
    rejectedReasons,
    createdOn: newest && (state === 'created' || state === 'deleted') ? londonDate(new Date(newest.createdAt)) : null,
  });
  if (newest && newest.state !== 'deleted') return at('created');
  if (!prepared) return at(newest ? 'deleted' : 'not_due');
  if (!isHandedOver(prepared, urn)) return at('not_due');

  const answer = answers.findLast((each) => speaksOf(each, urn, prepared));
  if (answer?.says === 'created') return at('deleted');
  if (answer) return at(answer.says, answer.reasons);
  return at(newest && newest.createdAt >= (prepared.attempt.startedAt ?? '') ? 'deleted' : 'waiting');
}

/** A new decision that is no approval ends the handover; an academy that came to the project later awaits the next. */
const isHandedOver = ({ project: { status }, attempt }: Prepared, urn: string): boolean =>
  attempt.number > 0 && status !== 'pre_decision' && isApproval(status) && (attempt.urns?.includes(urn) ?? true);

function speaksOf(answer: Answer, urn: string, { attempt }: Prepared): boolean {
  if (answer.urn !== null && answer.urn !== urn) return false;
  if (answer.attempt !== null) return answer.attempt === attempt.number;
  return attempt.startedAt === null || answer.at >= attempt.startedAt;
}
