import { isApproval, type Outcome, outcomes, type PreparedProject } from '@academies/contracts';
import { stageOf } from '../projects/locks.ts';
import type { Project } from '../projects/project.ts';

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
