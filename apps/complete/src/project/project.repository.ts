import { type PreparedCase, ProjectRow } from '@academies/complete';
import { CompleteId, CompleteProject, NotFoundError } from '@academies/contracts';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';

/** A project as it is stored. */
export interface StoredProject {
  readonly project: CompleteProject;
  readonly preparedCase: PreparedCase;
}

/**
 * The row of a project, or the error that is shown as 404. A deleted project is there for nobody, unless `deletedToo`. With
 * `toChange` it stays as it is until the transaction of `em` ends.
 */
export async function rowOf(em: EntityManager, id: string, { toChange = false, deletedToo = false } = {}) {
  const how = toChange ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {};
  const row = CompleteId.safeParse(id).success ? await em.findOne(ProjectRow, { id }, how) : null;
  if (!row || (row.document.state === 'deleted' && !deletedToo))
    throw new NotFoundError('COMPLETE.NO_PROJECT', 'There is no such project');
  return row;
}

/** The project of a row. One that was stored before a fact was thought of has that fact's default. */
export const projectIn = (document: unknown): CompleteProject => CompleteProject.parse(document);

export async function loadProject(em: EntityManager, id: string, how = { deletedToo: false }): Promise<StoredProject> {
  const { document, preparedCase } = await rowOf(em, id, how);
  return { project: projectIn(document), preparedCase };
}
