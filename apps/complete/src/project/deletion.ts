import { HistoryRow } from '@academies/complete';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How the history calls the reason that somebody gives when a project is deleted. */
export const reasonForDeleting = 'Reason for deleting';

/** Who deleted a project, when and why. */
export interface Deletion {
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** What the history says of it: the reason, which is the last that was written, or the change of state alone. */
export async function deletionOf(em: EntityManager, projectId: string): Promise<Deletion | null> {
  const [last] = await em.find(
    HistoryRow,
    { projectId, kind: 'state', what: { $in: [reasonForDeleting, 'State'] } },
    { orderBy: { id: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  if (!last) return null;
  const { byName: by, at, what, after } = last;
  return { by, at, reason: what === reasonForDeleting ? (after ?? null) : null };
}
