import { isApproval, type Outcome, outcomes, type Person, type PreparedProject, type Role } from '@academies/contracts';
import type { DateRange } from '@academies/forms';
import { earliestDecision, type FixOn } from '@academies/handover';
import { academiesOf, type Project } from './project.ts';

/** The rule that a school is in one open project of Prepare (docs/domain/prepare.md, "Starting a project"). */
export const openInPrepare = 'no-open-project-in-prepare';

/** What can be changed of a project on a page of its own. After a rejection it unlocks with the pages that fix a reason. */
export interface Part {
  readonly unlockedWith?: readonly FixOn[];
  readonly neverLocked?: true;
}

/** Where a broken rule is fixed: the last part of the address, `/projects/1042/incoming-trust`. */
export const fixPages = {
  school: 'school',
  'incoming-trust': 'incoming-trust',
  'outgoing-trust': 'outgoing-trust',
  group: 'group',
  'proposed-date': 'proposed-date',
  'assigned-to': 'assigned-to',
  decision: 'decision',
} as const satisfies Record<FixOn, string>;

/** What somebody was about to do when something had to be fixed first; they are led back to it. */
const interrupted = { decision: 'decision/check', 'hand-over': 'hand-over' } as const;

/** The page that fixes a rule, from which somebody comes back to what they were about to do. */
export const fixAt = (project: string, fixOn: FixOn, then: keyof typeof interrupted): string =>
  `/projects/${project}/${fixPages[fixOn]}?then=${then}`;

/** Where somebody is led who has saved a page of a project: back to what it interrupted, else to the project. */
export const afterFixing = (project: string, then: unknown): string => {
  const back =
    typeof then === 'string' && Object.hasOwn(interrupted, then) ? `/${interrupted[then as 'decision']}` : '';
  return `/projects/${project}${back}`;
};

/**
 * Where a project stands with regard to changes: `open`, before or after a decision that is no approval; `with-complete`,
 * handed over; `returned`, every academy was rejected or deleted in Complete; `ended`, for good.
 */
export type Stage = 'open' | 'with-complete' | 'returned' | 'ended';

export function stageOf(project: Project): Stage {
  const { status, deleted } = project.facts;
  if (deleted || status === 'dao_revoked') return 'ended';
  if (status === 'pre_decision' || !isApproval(status)) return 'open';
  const withComplete = academiesOf(project).some(({ state }) => ['waiting', 'held_up', 'created'].includes(state));
  return withComplete ? 'with-complete' : 'returned';
}

/**
 * Why this part of the project cannot be changed now, or nothing (docs/domain/prepare.md, "Approved"; docs/domain/handover.md,
 * "What Prepare shows"). After a rejection what was rejected unlocks; a reason that names no page, or a deletion in
 * Complete, unlocks everything.
 */
export function lockOn(project: Project, part: Part): string | undefined {
  const stage = stageOf(project);
  if (stage === 'open' || part.neverLocked) return undefined;
  if (stage === 'ended') return 'The project has ended and cannot be changed';
  if (stage === 'with-complete') return 'The project has been handed over to Complete and cannot be changed';
  return isUnlocked(project, part) ? undefined : 'Only what Complete rejected can be changed';
}

function isUnlocked(project: Project, { unlockedWith = [] }: Part): boolean {
  if (academiesOf(project).some(({ state }) => state === 'deleted')) return true;
  const present = project.handover.answers.filter(({ attempt }) => attempt === project.facts.attempts);
  const reasons = present.flatMap((answer) => answer.reasons);
  return reasons.some(({ fixOn }) => fixOn === null || !(fixOn in fixPages) || unlockedWith.includes(fixOn as FixOn));
}

/** Why no decision can be recorded now, or nothing: approved projects take another only after a rejection or deletion. */
export function whyNoDecision(project: Project): string | undefined {
  const stage = stageOf(project);
  if (stage === 'with-complete') return 'The project has been handed over to Complete and cannot be decided again';
  if (stage === 'ended') return 'The project has ended and cannot be decided again';
  return undefined;
}

/** What can be decided about a project: only a sponsored conversion has a directive academy order to revoke. */
export const outcomesFor = ({ kind, route }: PreparedProject): Outcome[] =>
  outcomes.names.filter((outcome) => outcome !== 'dao_revoked' || (kind === 'conversion' && route === 'sponsored'));

/** Whether an academy order date may go with the decision: voluntary conversions, approved. */
export const takesAcademyOrder = ({ kind, route }: PreparedProject, outcome: Outcome): boolean =>
  kind === 'conversion' && route === 'voluntary' && isApproval(outcome);

/** When an academy order can have been made. */
export const orderDates: DateRange = { from: earliestDecision, to: 'today' };

/** Whether the date may be set: an approved voluntary conversion, locked or not (docs/domain/prepare.md, "Approved"). */
export const takesAcademyOrderDate = (facts: PreparedProject): boolean =>
  !facts.deleted && facts.status !== 'pre_decision' && takesAcademyOrder(facts, facts.status);

/** Why the decision cannot be corrected now, or nothing: Complete has a project of it (docs/domain/prepare.md, "A corrected decision"). */
export function whyNotCorrected(project: Project): string | undefined {
  if (stageOf(project) !== 'with-complete')
    return 'Complete does not have this project. Change the project itself, or record another decision';
  const isWaiting = academiesOf(project).some(({ state }) => state === 'waiting' || state === 'held_up');
  if (isWaiting) return 'Complete has not answered yet';
  return project.handover.inComplete.some(({ state }) => state === 'inactive' || state === 'active')
    ? undefined
    : 'The project is over in Complete';
}

/** Why the project cannot be handed over again now, or nothing. */
export function whyNotAgain(project: Project): string | undefined {
  const { status, deleted, attempts } = project.facts;
  const states = academiesOf(project).map(({ state }) => state);
  if (deleted || status === 'pre_decision' || !isApproval(status) || attempts === 0)
    return 'Only an approved project can be handed over to Complete again';
  if (states.includes('waiting') || states.includes('held_up')) return 'Complete has not answered yet';
  if (states.every((state) => state === 'created')) return 'Complete has taken the project over';
  return undefined;
}

/** Which academies may be removed: rejected ones of a transfer that keeps at least one other. */
export const removable = (project: Project): string[] =>
  project.facts.kind === 'transfer' && project.facts.academies.length > 1
    ? academiesOf(project).flatMap(({ urn, state }) => (state === 'rejected' ? [urn] : []))
    : [];

/** Who may delete a project: the assigned person, and service support (docs/domain/README.md, "People"). */
export const mayDelete = ({ facts }: Project, user: Person & { readonly roles: readonly Role[] }): boolean =>
  user.roles.includes('service_support') || facts.assignedTo?.email === user.email;
