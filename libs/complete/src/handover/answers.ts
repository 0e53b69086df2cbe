import {
  type CompleteProject,
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  outgoing,
  type Outgoing,
  ProjectCreated,
  projectReference,
  type RejectionReason,
} from '@academies/contracts';
import { aboutProject } from '../projects/complete-event.ts';
import type { Arrival } from './arrival.ts';

/** The project was made. */
export const created = ({ attempt }: Arrival, project: CompleteProject): Outgoing =>
  aboutProject(ProjectCreated, { project, attempt });

/** It was there already. */
export const confirmed = ({ attempt }: Arrival, project: CompleteProject): Outgoing =>
  aboutProject(HandoverConfirmed, { project, attempt });

/** Nothing was made, for every one of these reasons. */
export const rejected = (
  { prepared: { id: prepareId }, urn, attempt }: Arrival,
  reasons: readonly RejectionReason[],
  at: string,
): Outgoing =>
  outgoing(HandoverRejected, {
    ...withoutProject({ prepareId, urn }),
    value: {
      prepareId,
      urn,
      attempt,
      reasons: reasons.map(({ rule, message, mendedOn }) => ({ rule, message, mendedOn })),
      at,
    },
  });

/** An approval that was set aside: what can be told of it. Unreadable parts are null. */
export interface SetAside {
  readonly prepareId: string;
  readonly urn: string | null;
  readonly attempt: number | null;
  readonly at: string;
}

/** Service support has it. */
export const heldUp = (aside: SetAside): Outgoing =>
  outgoing(HandoverHeldUp, { ...withoutProject(aside), value: aside });

/** Service support gave it up, for the reason in the note. */
export const discarded = (aside: SetAside, note: string): Outgoing =>
  outgoing(HandoverDiscarded, { ...withoutProject(aside), value: { ...aside, note } });

/** An answer without a project is about `{Prepare id}/{URN}` (DESIGN.md, Events). */
const withoutProject = ({ prepareId, urn }: Pick<SetAside, 'prepareId' | 'urn'>) => ({
  key: prepareId,
  subject: urn ? projectReference(prepareId, urn) : prepareId,
});
