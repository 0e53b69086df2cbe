import { changed, type CompleteProject, ProjectCompleted, type Verdict } from '@academies/contracts';
import { refusedUnlessActive } from './change-project.ts';
import { aboutProject } from './complete-event.ts';
import { missingForCompletion } from './missing-for-completion.ts';
import { dayOf, type Occasion } from './occasion.ts';

/** Completes an active project, or says everything that is missing (domain/complete.md, "States"). */
export function completeProject(
  project: CompleteProject,
  { trustInRegister, ...occasion }: Occasion & { trustInRegister: boolean },
): Verdict {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const today = dayOf(occasion);
  const missing = missingForCompletion(project, { today, trustInRegister });
  if (missing.length > 0) return { problems: missing.map(({ message, mendedOn }) => ({ message, field: mendedOn })) };
  const completed: CompleteProject = { ...project, state: 'completed', completedOn: today };
  return changed(aboutProject(ProjectCompleted, { project: completed, by: occasion.by }));
}
