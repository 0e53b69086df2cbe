import type { Person, Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { changeFacts } from '../projects/change-facts.ts';
import type { Project } from '../projects/project.ts';

/** Assigns the project to somebody, or to nobody. Nobody can create projects in Complete, so that comes before approval. */
export const assignPerson = (
  project: Project,
  { person, broken, by }: { person: Person | null; broken: readonly BrokenRule[]; by: Person },
): Verdict =>
  changeFacts(project, {
    part: 'assigned-to',
    change: { assignedTo: person && { email: person.email, name: person.name } },
    broken: person ? broken : [],
    by,
  });
