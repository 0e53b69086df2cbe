import { changed, type Person, PreparedProjectDeleted, refused, type Role, type Verdict } from '@academies/contracts';
import { prepareEvent } from './prepare-event.ts';
import type { Project } from './project.ts';

/** Who may delete a project: the assigned person, and service support (domain/README.md, "People"). */
export const mayDelete = ({ facts }: Project, user: Person & { readonly roles: readonly Role[] }): boolean =>
  user.roles.includes('service_support') || facts.assignedTo?.email === user.email;

/** Deletes a project before any decision was made on it. */
export function deleteProject({ facts }: Project, { by }: { by: Person }): Verdict {
  if (facts.status !== 'pre_decision' || facts.decision)
    return refused('Only a project without a decision can be deleted');
  return changed(prepareEvent(PreparedProjectDeleted, { project: { ...facts, deleted: true }, by }));
}
