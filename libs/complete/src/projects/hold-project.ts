import { type CompleteProject, refused, type Verdict } from '@academies/contracts';
import { changeProject, refusedUnlessActive } from './change-project.ts';
import { dayOf, type Occasion } from './occasion.ts';

/** Puts an active project on hold: a flag with a date and a reason (domain/complete.md, "States"). */
export function holdProject(project: CompleteProject, { reason, ...occasion }: Occasion & { reason: string }): Verdict {
  if (project.onHold) return refused('The project is on hold already');
  if (reason.trim() === '') return refused('Enter why the project is on hold', 'reason');
  const onHold = { since: dayOf(occasion), reason };
  return refusedUnlessActive(project) ?? changeProject(project, { onHold }, occasion.by);
}

/** Goes on with a project that was on hold. */
export const resumeProject = (project: CompleteProject, { by }: Occasion): Verdict =>
  refusedUnlessActive(project) ?? changeProject(project, { onHold: null }, by);
