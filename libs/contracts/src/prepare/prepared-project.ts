import { z } from 'zod';
import { DateChange } from '../values/date-change.ts';
import { FirstOfMonth, Instant, IsoDate } from '../values/dates.ts';
import { FormAMatReference, GroupReference, PrepareId, Ukprn, Urn } from '../values/identifiers.ts';
import { Person } from '../values/person.ts';
import { IncomingTrust } from '../values/trusts.ts';
import { prepareStatuses } from '../vocabulary/decisions.ts';
import {
  grantTypes,
  kinds,
  routes,
  transferInitiators,
  transferReasons,
  transferTypes,
} from '../vocabulary/projects.ts';
import { Decision } from './decision.ts';

const Note = z.object({ subject: z.string(), text: z.string(), by: Person, at: Instant });

/** What Complete shows of the case, read-only, with a link back. */
const CaseSummary = z.object({
  rationale: z.string().nullable(),
  risks: z.string().nullable(),
  benefits: z.string().nullable(),
  notes: z.array(Note),
});

/**
 * The whole public state of a project in Prepare (domain/prepare.md, "What a project holds"). A conversion has one
 * academy entry, the school itself. Values that the register knows are not repeated here.
 */
export const PreparedProject = z.object({
  id: PrepareId,
  kind: kinds.schema,
  /** Conversions only. */
  route: routes.schema.nullable(),
  formingAMat: z.boolean(),
  formAMatReference: FormAMatReference.nullable(),
  academies: z.array(z.object({ urn: Urn })),
  incomingTrust: IncomingTrust,
  /** Transfers only. */
  outgoingTrustUkprn: Ukprn.nullable(),
  proposedDecisionDate: IsoDate.nullable(),
  /** The proposed conversion or transfer date. */
  proposedDate: FirstOfMonth.nullable(),
  dateHistory: z.array(DateChange),
  /** Transfers only. No reason chosen means unanswered. */
  transfer: z
    .object({
      initiatedBy: transferInitiators.schema.nullable(),
      reasons: z.array(transferReasons.schema),
      type: transferTypes.schema.nullable(),
    })
    .nullable(),
  assignedTo: Person.nullable(),
  group: GroupReference.nullable(),
  /** Grant in whole pence, 0 to 15,000,000. */
  grant: z.object({ type: grantTypes.schema.nullable(), pence: z.int().min(0).max(15_000_000).nullable() }),
  partOfPfiScheme: z.boolean().nullable(),
  academyOrderDate: IsoDate.nullable(),
  directiveAcademyOrderPackDate: IsoDate.nullable(),
  status: prepareStatuses.schema,
  decision: Decision.nullable(),
  /** How often the project was handed over to Complete; 0 before the first approval. */
  attempts: z.int().min(0),
  summary: CaseSummary,
  createdAt: Instant,
  deleted: z.boolean(),
});
export type PreparedProject = z.infer<typeof PreparedProject>;
