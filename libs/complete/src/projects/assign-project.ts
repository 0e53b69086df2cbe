import type { CompleteProject, Person, Verdict } from '@academies/contracts';
import { changeProject, refusedUnlessActive } from './change-project.ts';
import type { Occasion } from './occasion.ts';

/** Gives an active project to somebody of its team. */
export const assignProject = (project: CompleteProject, { to, by }: Occasion & { to: Person }): Verdict =>
  refusedUnlessActive(project) ?? changeProject(project, { assignedTo: to }, by);
