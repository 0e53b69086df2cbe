import type { PreparedProject } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadHandover } from '../projects/load-project.ts';
import { AcademyRow } from '../projects/tables.ts';
import { academiesOf } from './academies-of.ts';

/** Writes each academy with the state of its handover, for lists and filters; pages work it out afresh. */
export async function keepHandoverStates(em: EntityManager, facts: PreparedProject): Promise<void> {
  const academies = academiesOf({ facts, handover: await loadHandover(em, facts) });
  await em.nativeDelete(AcademyRow, { projectId: facts.id });
  await em.insertMany(
    AcademyRow,
    academies.map(({ urn, state }, position) => ({ projectId: facts.id, urn, position, handoverState: state })),
  );
}
