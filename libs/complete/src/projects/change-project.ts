import {
  changed,
  type CompleteProject,
  CompleteProjectChanged,
  type Person,
  refused,
  type Verdict,
} from '@academies/contracts';
import { aboutProject } from './complete-event.ts';

/** Facts of a project change, and the event names which. Nothing really different: no event. */
export function changeProject(project: CompleteProject, facts: Partial<CompleteProject>, by: Person | null): Verdict {
  const changedFields = Object.entries(facts)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(project[name as keyof CompleteProject]))
    .map(([name]) => name);
  if (changedFields.length === 0) return changed();
  return changed(
    aboutProject(CompleteProjectChanged, { project: { ...project, ...facts }, changed: changedFields, by }),
  );
}

/** What only an active project lets be done; undefined when it is one. */
export const refusedUnlessActive = ({ state }: CompleteProject): Verdict | undefined =>
  state === 'active' ? undefined : refused('The project is not active, so it cannot be changed');
