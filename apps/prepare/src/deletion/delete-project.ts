import { type Person, PreparedProjectDeleted, refused, type CommandResult } from '@academies/contracts';
import { changedBy } from '../project/project.ts';
import type { Project } from '../project/project.ts';

/** Deletes a project before any decision was made on it. */
export function deleteProject(project: Project, { by }: { by: Person }): CommandResult<Project> {
  const { facts } = project;
  if (facts.status !== 'pre_decision' || facts.decision)
    return refused('Only a project without a decision can be deleted');
  return changedBy(project, PreparedProjectDeleted, { project: { ...facts, deleted: true }, by });
}
