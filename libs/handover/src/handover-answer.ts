import {
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
  type RejectionReason,
  type ValueOf,
} from '@academies/contracts';

/** What Complete said about an academy of an approval; without URN about all of them. */
export interface HandoverAnswer {
  readonly urn: string | null;
  /** Null when the approval could not be read; then `approval` alone says which one is answered. */
  readonly attempt: number | null;
  /** The id of the approval's own event, when it was set aside. */
  readonly approval: string | null;
  readonly says: 'created' | 'rejected' | 'held_up';
  readonly reasons: readonly RejectionReason[];
  /** The project in Complete that was made, or was there already. */
  readonly project: string | null;
  readonly at: string;
}

const created = ({ project, attempt }: ValueOf<typeof ProjectCreated>): HandoverAnswer => ({
  urn: project.urn,
  attempt,
  approval: null,
  says: 'created',
  reasons: [],
  project: project.id,
  at: project.createdAt,
});

/** The types of event that answer an approval, and what each says. */
const readers: Readonly<Record<string, (value: never) => HandoverAnswer>> = {
  [ProjectCreated.type]: created,
  [HandoverConfirmed.type]: created,
  [HandoverRejected.type]: ({ urn, attempt, reasons, at }: ValueOf<typeof HandoverRejected>) => ({
    urn,
    attempt,
    approval: null,
    says: 'rejected',
    reasons,
    project: null,
    at,
  }),
  [HandoverHeldUp.type]: ({ urn, attempt, approval, at }: ValueOf<typeof HandoverHeldUp>) => ({
    urn,
    attempt,
    approval,
    says: 'held_up',
    reasons: [],
    project: null,
    at,
  }),
  [HandoverDiscarded.type]: ({ urn, attempt, approval, note, at }: ValueOf<typeof HandoverDiscarded>) => ({
    urn,
    attempt,
    approval,
    says: 'rejected',
    reasons: [{ rule: 'discarded-by-service-support', message: note, fixOn: null }],
    project: null,
    at,
  }),
};

/** The answer that an event of Complete gives, or nothing when it answers no approval. */
export const handoverAnswer = (type: string, value: unknown): HandoverAnswer | undefined =>
  readers[type]?.(value as never);
