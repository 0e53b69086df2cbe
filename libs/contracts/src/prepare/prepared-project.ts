import { z } from 'zod';
import { DateChange, FirstOfMonth, Instant, IsoDate } from '../values/dates.ts';
import {
  FormAMatReference,
  GroupReference,
  IncomingTrust,
  PrepareId,
  TrustCorrection,
  Ukprn,
  Urn,
} from '../values/identifiers.ts';
import { Person } from '../values/people.ts';
import { deciders, decisionReasons, outcomes, prepareStatuses } from '../vocabulary/decisions.ts';
import {
  grantTypes,
  kinds,
  routes,
  transferInitiators,
  transferReasons,
  transferTypes,
} from '../vocabulary/projects.ts';

/** A decision as recorded; later ones supersede it, nothing overwrites it (docs/domain/prepare.md). */
export const Decision = z.object({
  outcome: outcomes.schema,
  decidedBy: deciders.schema,
  /** Null when nobody's name is asked (decided by none). */
  deciderName: z.string().nullable(),
  date: IsoDate,
  conditions: z.string().nullable(),
  reasons: z.array(z.object({ reason: decisionReasons.schema, detail: z.string() })),
  recordedBy: Person,
  recordedAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

const Note = z.object({ subject: z.string(), text: z.string(), by: Person, at: Instant });

/** What Complete shows of the case, read-only, with a link back. */
const CaseSummary = z.object({
  rationale: z.string().nullable().default(null),
  risks: z.string().nullable().default(null),
  benefits: z.string().nullable().default(null),
  notes: z.array(Note).default([]),
});

/**
 * The whole public state of a project in Prepare (docs/domain/prepare.md, "What a project holds"). A conversion has one
 * academy entry, the school itself. Values that the register knows are not repeated here. Each field that a project does
 * not begin with has a default, so that a new one costs no other change: `PreparedProject.parse({…})` fills the rest.
 */
export const PreparedProject = z.object({
  id: PrepareId,
  kind: kinds.schema,
  /** Conversions only. */
  route: routes.schema.nullable().default(null),
  formingAMat: z.boolean(),
  formAMatReference: FormAMatReference.nullable().default(null),
  academies: z.array(z.object({ urn: Urn })),
  incomingTrust: IncomingTrust.prefault({}),
  /** Transfers only. */
  outgoingTrustUkprn: Ukprn.nullable().default(null),
  proposedDecisionDate: IsoDate.nullable().default(null),
  /** The proposed conversion or transfer date. */
  proposedDate: FirstOfMonth.nullable().default(null),
  dateHistory: z.array(DateChange).default([]),
  /** Transfers only. No reason chosen means unanswered. */
  transfer: z
    .object({
      initiatedBy: transferInitiators.schema.nullable().default(null),
      reasons: z.array(transferReasons.schema).default([]),
      type: transferTypes.schema.nullable().default(null),
    })
    .nullable()
    .default(null),
  assignedTo: Person.nullable().default(null),
  group: GroupReference.nullable().default(null),
  /** Grant in whole pence, 0 to 15,000,000. */
  grant: z
    .object({
      type: grantTypes.schema.nullable().default(null),
      pence: z.int().min(0).max(15_000_000).nullable().default(null),
    })
    .prefault({}),
  partOfPfiScheme: z.boolean().nullable().default(null),
  academyOrderDate: IsoDate.nullable().default(null),
  directiveAcademyOrderPackDate: IsoDate.nullable().default(null),
  status: prepareStatuses.schema.default('pre_decision'),
  decision: Decision.nullable().default(null),
  /** Corrections of the trusts that the decision named, made after the handover. */
  trustCorrections: z.array(TrustCorrection).default([]),
  /** How often the project was handed over to Complete; 0 before the first approval. */
  attempts: z.int().min(0).default(0),
  summary: CaseSummary.prefault({}),
  createdAt: Instant,
  deleted: z.boolean().default(false),
});
export type PreparedProject = z.infer<typeof PreparedProject>;
/** What a project needs to begin with; the contract fills in the rest. */
export type NewPreparedProject = z.input<typeof PreparedProject>;
