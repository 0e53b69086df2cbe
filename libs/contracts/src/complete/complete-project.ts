import { z } from 'zod';
import { DateChange, FirstOfMonth, Instant, IsoDate } from '../values/dates.ts';
import {
  CompleteId,
  GroupReference,
  IncomingTrust,
  PrepareId,
  TrustCorrection,
  Ukprn,
  Urn,
} from '../values/identifiers.ts';
import { Person } from '../values/people.ts';
import { decisionReasons } from '../vocabulary/decisions.ts';
import { completeStates, kinds } from '../vocabulary/projects.ts';
import { regions, teams } from '../vocabulary/regions.ts';
import { Contact, keyContacts } from './contact.ts';

/** Yes, no, or not answered yet. An unanswered question is never no. */
const Answer = z.boolean().nullable().default(null);

/** One task's answers by field (docs/domain/tasks.csv). Set aside as not applicable, most tasks have none. */
export const TaskAnswers = z.object({
  notApplicable: z.boolean(),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What the task waits for, and since which day; absent while it waits for nothing. */
  waitingFor: z.object({ whom: z.string().min(1), since: IsoDate }).optional(),
});
export type TaskAnswers = z.infer<typeof TaskAnswers>;

/**
 * The whole public state of a project in Complete (docs/domain/complete.md; docs/domain/handover.md, "What is carried"). Each field that a
 * project does not begin with has a default: `CompleteProject.parse({…})` fills it in.
 */
export const CompleteProject = z.object({
  id: CompleteId,
  prepareId: PrepareId,
  urn: Urn,
  kind: kinds.schema,
  state: completeStates.schema.default('inactive'),
  formingAMat: z.boolean(),
  incomingTrust: IncomingTrust,
  outgoingTrustUkprn: Ukprn.nullable().default(null),
  trustCorrections: z.array(TrustCorrection).default([]),
  /** Conversions only: sponsored by a directive academy order. */
  directiveAcademyOrder: Answer,
  twoRequiresImprovement: Answer,
  inadequateOfsted: Answer,
  financialSafeguardingGovernanceIssues: Answer,
  outgoingTrustToClose: Answer,
  advisoryBoardDate: IsoDate,
  advisoryBoardConditions: z.string().nullable().default(null),
  /** As it stood at approval; never changes afterwards. */
  provisionalDate: FirstOfMonth,
  /** The date that now holds. */
  significantDate: FirstOfMonth,
  dateConfirmed: z.boolean().default(false),
  dateHistory: z.array(DateChange),
  region: regions.schema.nullable().default(null),
  team: teams.schema.nullable().default(null),
  assignedTo: Person.nullable().default(null),
  createdBy: Person,
  createdAt: Instant,
  group: GroupReference.nullable().default(null),
  academyUrn: Urn.nullable().default(null),
  academyOrderDate: IsoDate.nullable().default(null),
  sharePoint: z
    .object({
      school: z.string().nullable().default(null),
      incomingTrust: z.string().nullable().default(null),
      outgoingTrust: z.string().nullable().default(null),
    })
    .prefault({}),
  onHold: z.object({ since: IsoDate, reason: z.string() }).nullable().default(null),
  completedOn: IsoDate.nullable().default(null),
  /** The day on which it was decided to revoke the directive academy order. */
  daoRevokedOn: IsoDate.nullable().default(null),
  /** The minister who decided to revoke it, and why (docs/domain/complete.md, "DAO revocation"). */
  daoRevocation: z
    .object({
      minister: z.string().min(1),
      reasons: z.array(z.object({ reason: decisionReasons.schema, detail: z.string() })).min(1),
    })
    .nullable()
    .default(null),
  tasks: z.record(z.string(), TaskAnswers).default({}),
  contacts: z.array(Contact).default([]),
  /** Which contact a task names, by the contact's id. */
  keyContacts: z.partialRecord(keyContacts.schema, z.uuid()).default({}),
});
export type CompleteProject = z.infer<typeof CompleteProject>;
/** What a project needs to begin with; the contract fills in the rest. */
export type NewCompleteProject = z.input<typeof CompleteProject>;

/** Why a handover was refused: the rule, the words for a delivery officer, and the page that fixes it. */
export const RejectionReason = z.object({ rule: z.string(), message: z.string(), fixOn: z.string().nullable() });
export type RejectionReason = z.infer<typeof RejectionReason>;
