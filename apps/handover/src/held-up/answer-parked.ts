import { discarded, heldUp, type SetAside } from '@academies/complete';
import { PrepareId, ProjectApproved, type ValueOf } from '@academies/contracts';
import { type ParkedEvent, queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An approval was set aside: Prepare shows it as held up. In the transaction in which it is parked. */
export const answerParked = (em: EntityManager, parked: ParkedEvent): Promise<void> =>
  queueEvents(em, ...setAside(parked).map((aside) => heldUp(aside)));

/** Service support gave an approval up; the note is the reason that Prepare shows. */
export const answerDiscarded = (em: EntityManager, parked: ParkedEvent, note: string): Promise<void> =>
  queueEvents(em, ...setAside(parked).map((aside) => discarded(aside, note)));

/** What can be told of an approval: each academy when it can be read, else the project alone. */
export function setAside({ type, key, event }: ParkedEvent, now = new Date()): SetAside[] {
  if (type !== ProjectApproved.type) return [];
  const at = now.toISOString();
  if (event) {
    const { project, attempt } = event.value as ValueOf<typeof ProjectApproved>;
    return project.academies.map(({ urn }) => ({ prepareId: project.id, urn, attempt, at }));
  }
  const prepareId = PrepareId.safeParse(key);
  return prepareId.success ? [{ prepareId: prepareId.data, urn: null, attempt: null, at }] : [];
}
