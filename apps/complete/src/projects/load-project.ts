import { type PreparedCase, ProjectRow } from '@academies/complete';
import { CompleteId, type CompleteProject, NotFoundError } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A project as it is stored. */
export interface StoredProject {
  readonly project: CompleteProject;
  readonly preparedCase: PreparedCase;
}

/** The row of a project, or the error that is shown as 404. A deleted project is there for nobody. */
export async function rowOf(em: EntityManager, id: string) {
  const row = CompleteId.safeParse(id).success ? await em.findOne(ProjectRow, { id }) : null;
  if (!row || row.whole.state === 'deleted') throw new NotFoundError('COMPLETE.NO_PROJECT', 'There is no such project');
  return row;
}

export async function loadProject(em: EntityManager, id: string): Promise<StoredProject> {
  const { whole: project, preparedCase } = await rowOf(em, id);
  return { project, preparedCase };
}
