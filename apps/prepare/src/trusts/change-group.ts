import type { Person, Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { changeFacts } from '../projects/change-facts.ts';
import type { Project } from '../projects/project.ts';

/** Puts the project into a group of projects with the same incoming trust, or takes it out. */
export const changeGroup = (
  project: Project,
  { group, broken, by }: { group: string | null; broken: readonly BrokenRule[]; by: Person },
): Verdict => changeFacts(project, { part: 'group', change: { group }, broken, by });
