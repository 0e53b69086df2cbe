import {
  type CompleteProject,
  type HandoverState,
  isApproval,
  type PrepareStatus,
  type RejectionReason,
} from '@academies/contracts';
import type { HandoverAnswer } from './handover-answer.ts';

/** The present attempt to hand a project over: its number, its approval's own event, and for which academies. */
export interface Attempt {
  readonly number: number;
  readonly approval: string | null;
  readonly urns: readonly string[];
}

/** What is known of a project's handover, in whatever order it was heard. */
export interface Handover {
  /** Null while Prepare's own state is still on its way. */
  readonly status: PrepareStatus | null;
  /** Null when no attempt is on record. */
  readonly attempt: Attempt | null;
  /** Answers to every attempt. */
  readonly answers: readonly HandoverAnswer[];
  /** Every project that Complete has made of this one, deleted ones too. */
  readonly inComplete: readonly CompleteProject[];
}

/** Where the handover of one academy stands. */
export interface AcademyHandover {
  readonly urn: string;
  readonly state: HandoverState;
  /** Every reason of a rejection. */
  readonly reasons: readonly RejectionReason[];
  /** The project in Complete, once it is created. */
  readonly project: CompleteProject | null;
}

/**
 * The truth about an academy (docs/domain/handover.md, "What Prepare shows" and "Where two readings were possible";
 * docs/adr/004). It does not matter in which order events came, or how often. A living project in Complete says all;
 * answers to older attempts say nothing.
 */
export function handoverState(urn: string, { status, attempt, answers, inComplete }: Handover): AcademyHandover {
  const is = (state: HandoverState, more: Partial<AcademyHandover> = {}): AcademyHandover => ({
    urn,
    state,
    reasons: [],
    project: null,
    ...more,
  });
  const projects = inComplete.filter((project) => project.urn === urn);
  const living = projects.find(({ state }) => state !== 'deleted');
  if (living) return is('created', { project: living });
  if (status === null) return is(projects.length > 0 ? 'deleted' : 'not_due');
  if (status === 'pre_decision' || !isApproval(status)) return is('not_due');
  if (!attempt?.urns.includes(urn)) return is('not_due');

  const own = answers.filter((answer) => (answer.urn ?? urn) === urn);
  const present = own.filter((answer) => isTo(attempt, answer));
  const says = (what: HandoverAnswer['says']) => present.filter((answer) => answer.says === what);
  if (says('created').length > 0) return is('deleted');
  const rejection = newest(says('rejected'));
  if (rejection) return is('rejected', { reasons: rejection.reasons });
  // A deleted project that no earlier attempt was answered with is this one's; its `created` was not read yet.
  const earlier = new Set(own.flatMap((answer) => (present.includes(answer) ? [] : [answer.project])));
  if (projects.some(({ id }) => !earlier.has(id))) return is('deleted');
  return is(says('held_up').length > 0 ? 'held_up' : 'waiting');
}

const isTo = (attempt: Attempt, answer: HandoverAnswer): boolean =>
  answer.attempt === null
    ? answer.approval !== null && answer.approval === attempt.approval
    : answer.attempt === attempt.number;

const newest = (answers: readonly HandoverAnswer[]): HandoverAnswer | undefined =>
  answers.reduce<HandoverAnswer | undefined>((one, other) => (one && one.at >= other.at ? one : other), undefined);
