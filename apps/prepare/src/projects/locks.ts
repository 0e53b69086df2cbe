import { isApproval } from '@academies/contracts';
import type { MendingPage } from '@academies/handover-rules';
import { academiesOf } from '../handover-status/academies-of.ts';
import type { Project } from './project.ts';

/** What can be changed of a project, by its page. */
export type Part = MendingPage | 'proposed-decision-date' | 'transfer-reasons' | 'case' | 'notes';

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

/** A page, and the pages whose facts must agree with it: what is wrong on the one may have to be mended on the other. */
const unlockedWith: Readonly<Record<MendingPage, readonly Part[]>> = {
  school: ['school', 'outgoing-trust'],
  'incoming-trust': ['incoming-trust', 'outgoing-trust', 'group'],
  'outgoing-trust': ['outgoing-trust', 'school', 'incoming-trust'],
  group: ['group', 'incoming-trust'],
  'proposed-date': ['proposed-date', 'proposed-decision-date'],
  'assigned-to': ['assigned-to'],
  decision: [],
};

/**
 * Why this part of the project cannot be changed now, or nothing (domain/prepare.md, "Approved"; domain/handover.md,
 * "What Prepare shows"). After a rejection what was rejected unlocks; a reason that names no page, or a deletion in
 * Complete, unlocks everything.
 */
export function lockOn(project: Project, part: Part): string | undefined {
  const stage = stageOf(project);
  if (stage === 'open') return undefined;
  if (stage === 'ended') return 'The project has ended and cannot be changed';
  if (stage === 'with-complete') return 'The project has been handed over to Complete and cannot be changed';
  return isUnlocked(project, part) ? undefined : 'Only what Complete rejected can be changed';
}

function isUnlocked(project: Project, part: Part): boolean {
  const reasons = project.handover.answers.flatMap((answer) => answer.reasons);
  if (academiesOf(project).some(({ state }) => state === 'deleted')) return true;
  return reasons.some(
    ({ mendedOn }) => mendedOn === null || (unlockedWith[mendedOn as MendingPage] ?? [part]).includes(part),
  );
}
