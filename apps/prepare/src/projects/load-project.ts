import { NotFoundError, type PreparedProject } from '@academies/contracts';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { AnswerRow, AttemptRow, CompleteRow } from '../handover-status/tables.ts';
import type { Handover, Project } from './project.ts';
import { ProjectRow } from './tables.ts';

/** A project as it is stored, with the number of its last change. */
export interface StoredProject extends Project {
  readonly version: number;
}

/** Reads a project. With `toChange` it stays as it is until the transaction of `em` ends. */
export async function loadProject(em: EntityManager, id: string, { toChange = false } = {}): Promise<StoredProject> {
  const row = await em.findOne(
    ProjectRow,
    { id },
    toChange ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : { disableIdentityMap: true },
  );
  if (!row || row.state.deleted) throw new NotFoundError('PREPARE.NO_PROJECT', `There is no project ${id}`);
  return { facts: row.state, version: row.version, handover: await loadHandover(em, row.state) };
}

/** How the present attempt of a project goes. */
export async function loadHandover(em: EntityManager, { id, attempts }: PreparedProject): Promise<Handover> {
  if (attempts === 0) return { handedOver: [], answers: [], inComplete: [] };
  const plain = { disableIdentityMap: true } as const;
  const attempt = await em.findOne(AttemptRow, { projectId: id, attempt: attempts }, plain);
  const answers = await em.find(AnswerRow, { projectId: id, attempt: attempts }, { ...plain, orderBy: { at: 'asc' } });
  const inComplete = await em.find(CompleteRow, { prepareId: id }, plain);
  return {
    handedOver: attempt?.urns ?? [],
    answers: answers.map(({ urn = null, attempt, says, reasons, at }) => ({
      urn,
      attempt,
      says,
      reasons,
      at: at.toISOString(),
    })),
    inComplete: inComplete.map(({ state }) => state),
  };
}
