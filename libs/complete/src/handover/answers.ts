import {
  type CompleteProject,
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  newEvent,
  type OutboxEvent,
  ProjectCreated,
  projectReference,
  type RejectionReason,
} from '@academies/contracts';
import { eventAbout } from '../project/change-project.ts';
import type { AcademyApproval } from './academy-approval.ts';

/** The project was made. */
export const created = ({ attempt }: AcademyApproval, project: CompleteProject): OutboxEvent =>
  eventAbout(ProjectCreated, { project, attempt });

/** It was there already. */
export const confirmed = ({ attempt }: AcademyApproval, project: CompleteProject): OutboxEvent =>
  eventAbout(HandoverConfirmed, { project, attempt });

/** Nothing was made, for every one of these reasons. */
export const rejected = (
  { prepared: { id: prepareId }, urn, attempt }: AcademyApproval,
  reasons: readonly RejectionReason[],
  at: string,
): OutboxEvent =>
  newEvent(HandoverRejected, {
    ...withoutProject({ prepareId, urn }),
    value: {
      prepareId,
      urn,
      attempt,
      reasons: reasons.map(({ rule, message, fixOn }) => ({ rule, message, fixOn })),
      at,
    },
  });

/** An approval that was set aside: what can be told of it. Unreadable parts are null. */
export interface SetAside {
  readonly prepareId: string;
  readonly urn: string | null;
  readonly attempt: number | null;
  /** The id of the approval's own event. */
  readonly approval: string;
  readonly at: string;
}

/** Service support has it. */
export const heldUp = (aside: SetAside): OutboxEvent =>
  newEvent(HandoverHeldUp, { ...withoutProject(aside), value: aside });

/** Service support gave it up, for the reason in the note. */
export const discarded = (aside: SetAside, note: string): OutboxEvent =>
  newEvent(HandoverDiscarded, { ...withoutProject(aside), value: { ...aside, note } });

/** An answer without a project is about `{Prepare id}/{URN}` (docs/architecture.md, "Events"). */
const withoutProject = ({ prepareId, urn }: Pick<SetAside, 'prepareId' | 'urn'>) => ({
  key: prepareId,
  subject: urn ? projectReference(prepareId, urn) : prepareId,
});
