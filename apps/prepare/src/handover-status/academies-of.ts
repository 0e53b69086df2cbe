import { type CompleteProject, type HandoverState, isApproval, type RejectionReason } from '@academies/contracts';
import type { Project } from '../projects/project.ts';

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
 * The truth about each academy (domain/handover.md, "What Prepare shows"; docs/adr/004). It does not matter in which
 * order answers came, or how often. Answers to older attempts say nothing; a living project in Complete says all.
 */
export const academiesOf = (project: Project): AcademyHandover[] =>
  project.facts.academies.map(({ urn }) => handoverOf(urn, project));

function handoverOf(urn: string, { facts, handover }: Project): AcademyHandover {
  const is = (state: HandoverState, more: Partial<AcademyHandover> = {}): AcademyHandover => ({
    urn,
    state,
    reasons: [],
    project: null,
    ...more,
  });
  const projects = handover.inComplete.filter((project) => project.urn === urn);
  const living = projects.find(({ state }) => state !== 'deleted');
  if (living) return is('created', { project: living });
  if (facts.status === 'pre_decision' || !isApproval(facts.status)) return is('not_due');
  if (!handover.handedOver.includes(urn)) return is('not_due');

  const answers = handover.answers.filter(
    (answer) => answer.attempt === facts.attempts && (answer.urn === null || answer.urn === urn),
  );
  if (answers.some(({ says }) => says === 'created')) return is('deleted');
  const rejections = answers.filter(({ says }) => says === 'rejected');
  const newest = rejections.reduce((one, other) => (other.at > one.at ? other : one), rejections[0] as never);
  if (newest) return is('rejected', { reasons: newest.reasons });
  return is(answers.length > 0 ? 'held_up' : 'waiting');
}
