import { type Away, awayToday, maySupport, NoteRow } from '@academies/complete';
import type { Establishment, IsoDate, Trust } from '@academies/contracts';
import { establishmentByUrn, trustByTrn, trustByUkprn } from '@academies/register';
import type { SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Deletion, deletionOf } from './deletion.ts';
import { loadProject, type StoredProject } from './project.repository.ts';

/** A note of a project. */
export interface Note {
  readonly id: string;
  readonly authorEmail: string;
  readonly authorName: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** A project with what the register says of its school and trusts, its notes, and who stands in for whom it is assigned to. */
export interface AboutProject extends StoredProject {
  readonly school: Establishment | undefined;
  readonly incomingTrust: Trust | undefined;
  readonly outgoingTrust: Trust | undefined;
  readonly notes: readonly Note[];
  /** The absence of whom it is assigned to, while it lasts. */
  readonly away: Away | undefined;
  /** Of a deleted project; null where that is not on record. */
  readonly deletion?: Deletion | null;
}

/** A project for whoever may see it. A deleted one is there for service support alone, as the `reader` of its pages. */
export async function aboutProject(
  em: EntityManager,
  id: string,
  { today, reader }: { today: IsoDate; reader?: SignedInUser | undefined },
): Promise<AboutProject> {
  const stored = await loadProject(em, id, { deletedToo: reader !== undefined && maySupport(reader) });
  const { urn, state, incomingTrust, outgoingTrustUkprn, assignedTo } = stored.project;
  return {
    ...stored,
    school: await establishmentByUrn(em, urn),
    incomingTrust: incomingTrust.ukprn
      ? await trustByUkprn(em, incomingTrust.ukprn)
      : incomingTrust.trn
        ? await trustByTrn(em, incomingTrust.trn)
        : undefined,
    outgoingTrust: outgoingTrustUkprn ? await trustByUkprn(em, outgoingTrustUkprn) : undefined,
    notes: await em.find(NoteRow, { projectId: id }, { orderBy: { writtenAt: 'asc' }, disableIdentityMap: true }),
    away: assignedTo ? (await awayToday(em, { of: [assignedTo.email] }, today))[0] : undefined,
    ...(state === 'deleted' && { deletion: await deletionOf(em, id) }),
  };
}

/** The school's name, or its URN where the register lacks it. */
export const nameOf = ({ school, project }: Pick<AboutProject, 'school' | 'project'>): string =>
  school?.name ?? `School with the URN ${project.urn}`;
