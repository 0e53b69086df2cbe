import { z } from 'zod';
import { DateChange } from '../values/date-change.ts';
import { FirstOfMonth, Instant, IsoDate } from '../values/dates.ts';
import { CompleteId, GroupReference, PrepareId, Ukprn, Urn } from '../values/identifiers.ts';
import { Person } from '../values/person.ts';
import { IncomingTrust } from '../values/trusts.ts';
import { completeStates, kinds } from '../vocabulary/projects.ts';
import { regions, teams } from '../vocabulary/regions.ts';
import { Contact, keyContacts } from './contact.ts';

/** Yes, no, or not answered yet. An unanswered question is never no. */
const Answer = z.boolean().nullable();

/** One task's answers by field (domain/tasks.csv); a task that is not applicable keeps what was typed before. */
export const TaskAnswers = z.object({
  notApplicable: z.boolean(),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type TaskAnswers = z.infer<typeof TaskAnswers>;

/** The whole public state of a project in Complete (domain/complete.md; domain/handover.md, "What is carried"). */
export const CompleteProject = z.object({
  id: CompleteId,
  prepareId: PrepareId,
  urn: Urn,
  kind: kinds.schema,
  state: completeStates.schema,
  formingAMat: z.boolean(),
  incomingTrust: IncomingTrust,
  outgoingTrustUkprn: Ukprn.nullable(),
  /** Conversions only: sponsored by a directive academy order. */
  directiveAcademyOrder: Answer,
  twoRequiresImprovement: Answer,
  inadequateOfsted: Answer,
  financialSafeguardingGovernanceIssues: Answer,
  outgoingTrustToClose: Answer,
  advisoryBoardDate: IsoDate,
  advisoryBoardConditions: z.string().nullable(),
  /** As it stood at approval; never changes afterwards. */
  provisionalDate: FirstOfMonth,
  /** The date that now holds. */
  significantDate: FirstOfMonth,
  dateConfirmed: z.boolean(),
  dateHistory: z.array(DateChange),
  region: regions.schema.nullable(),
  team: teams.schema.nullable(),
  assignedTo: Person.nullable(),
  createdBy: Person,
  createdAt: Instant,
  group: GroupReference.nullable(),
  academyUrn: Urn.nullable(),
  academyOrderDate: IsoDate.nullable(),
  sharePoint: z.object({
    school: z.string().nullable(),
    incomingTrust: z.string().nullable(),
    outgoingTrust: z.string().nullable(),
  }),
  onHold: z.object({ since: IsoDate, reason: z.string() }).nullable(),
  completedOn: IsoDate.nullable(),
  /** The day on which it was decided to revoke the directive academy order. */
  daoRevokedOn: IsoDate.nullable(),
  tasks: z.record(z.string(), TaskAnswers),
  contacts: z.array(Contact),
  /** Which contact a task names, by the contact's id. */
  keyContacts: z.partialRecord(keyContacts.schema, z.uuid()),
});
export type CompleteProject = z.infer<typeof CompleteProject>;
