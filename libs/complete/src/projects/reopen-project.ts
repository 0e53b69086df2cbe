import { type CompleteProject, refused, type Verdict } from '@academies/contracts';
import { changeProject } from './change-project.ts';
import type { Occasion } from './occasion.ts';

/** A living project of the same URN, which forbids another. */
export interface OtherProject {
  readonly id: string;
}

/** Opens a completed or revoked project again, unless another living project has the URN (domain/complete.md). */
export function reopenProject(
  project: CompleteProject,
  { other, by }: Occasion & { other: OtherProject | null },
): Verdict {
  if (project.state !== 'completed' && project.state !== 'dao_revoked')
    return refused('Only a completed or revoked project can be opened again');
  if (other) return refused(`Another project of this school is open: /projects/${other.id}`);
  return changeProject(project, { state: 'active', completedOn: null, daoRevokedOn: null }, by);
}
