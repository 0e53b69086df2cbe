import {
  type AcademyApproval,
  academyApprovals,
  BatchProjects,
  HandoverBatch,
  keysOf,
  discarded,
  heldUp,
  type SetAside,
} from '@academies/complete';
import {
  AcademyOrderDateSet,
  AcademyRemoved,
  DecisionCorrected,
  DecisionRecorded,
  isApproval,
  ProjectApproved,
  type ValueOf,
  type OutboxEvent,
  PrepareId,
} from '@academies/contracts';
import {
  type Batches,
  EventConsumer,
  type ParkedEvent,
  queueEvents,
  type Received,
  type ReceivedEvent,
  subscription,
} from '@academies/messaging';
import { Clock, settingsToken } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { RegisterEnds, type RegisterRows, registerRows } from './register-look-ups.ts';

/** What Handover takes of Prepare's events, and what it leaves. */
export const approvals = subscription({
  group: 'handover',
  topics: {
    'prepare.projects': {
      'prepare.project.approved.v1': 'handled',
      'prepare.project.academy-order-date-set.v1': 'handled',
      'prepare.project.academy-removed.v1': 'handled',
      'prepare.decision.recorded.v1': 'handled',
      'prepare.decision.corrected.v1': 'handled',
      'prepare.project.started.v1': 'ignored',
      'prepare.project.changed.v1': 'ignored',
      'prepare.project.deleted.v1': 'ignored',
      // Nothing has happened: a copy takes it, Handover does not.
      'prepare.project.state-republished.v1': 'ignored',
    },
  },
});

interface ApprovalsSettings {
  readonly ALLOWED_EMAIL_DOMAINS: readonly string[];
}

/** A batch in hand: the approvals by the ids of their events, and the part of the register that they name. */
interface ApprovalsBatch {
  readonly approvals: ReadonlyMap<string, readonly AcademyApproval[]>;
  readonly register: RegisterRows;
  readonly handover: HandoverBatch;
  /** Events whose rejection a register that is behind may be to blame for. */
  readonly doubtful: Set<string>;
}

/** Takes over what Prepare approves. Inbox row, projects and answers of a batch are one commit. */
@EventConsumer(approvals)
export class ApprovalsConsumer implements Batches<ApprovalsBatch> {
  constructor(
    private readonly clock: Clock,
    private readonly registerEnds: RegisterEnds,
    @Inject(settingsToken) private readonly settings: ApprovalsSettings,
  ) {}

  /** Reads what the events need, in a few queries. Nothing is judged here: an earlier event of the batch may change it. */
  async prefetch(events: readonly ReceivedEvent[], em: EntityManager): Promise<ApprovalsBatch> {
    const approvals = new Map(events.map((event) => [event.id, approvalsOf(event)]));
    const all = [...approvals.values()].flat();
    const keys = events.map(({ key }) => key);
    const projects = await BatchProjects.load(em, keysOf(all, keys));
    const register = await registerRows(em, all);
    const now = () => this.clock.now().toISOString();
    const handover = new HandoverBatch({
      projects,
      register,
      allowedDomains: this.settings.ALLOWED_EMAIL_DOMAINS,
      now,
    });
    return { approvals, register, handover, doubtful: new Set() };
  }

  /** Judges each academy on its own (docs/domain/handover.md, "What happens on arrival"). */
  @EventPattern<string>(ProjectApproved.type)
  approved(@Payload() _: unknown, @Ctx() { batch, event }: Received<ApprovalsBatch>): void {
    const approvals = batch.approvals.get(event.id) ?? [];
    batch.handover.beginAttempt(approvals);
    for (const approval of approvals) if (batch.handover.judge(approval)) batch.doubtful.add(event.id);
  }

  @EventPattern<string>(AcademyOrderDateSet.type)
  academyOrderDateSet(
    @Payload() set: ValueOf<typeof AcademyOrderDateSet>,
    @Ctx() { batch }: Received<ApprovalsBatch>,
  ): void {
    batch.handover.applyAcademyOrderDate(set);
  }

  /** A rejected handover can end in Prepare; then it is nothing for service support any more. */
  @EventPattern<string>(AcademyRemoved.type)
  academyRemoved(@Payload() removed: ValueOf<typeof AcademyRemoved>, @Ctx() { batch }: Received<ApprovalsBatch>): void {
    batch.handover.applyRemoval(removed);
  }

  @EventPattern<string>(DecisionRecorded.type)
  decisionRecorded(
    @Payload() { project, decision }: ValueOf<typeof DecisionRecorded>,
    @Ctx() { batch }: Received<ApprovalsBatch>,
  ): void {
    if (!isApproval(decision.outcome)) batch.handover.applyEnd(project.id);
  }

  /** What Complete's project says is corrected there by a person, who sees here what the decision names now. */
  @EventPattern<string>(DecisionCorrected.type)
  decisionCorrected(
    @Payload() { project }: ValueOf<typeof DecisionCorrected>,
    @Ctx() { batch }: Received<ApprovalsBatch>,
  ): void {
    batch.handover.applyCorrection(project);
  }

  async flush({ handover, register, doubtful }: ApprovalsBatch, em: EntityManager): Promise<void> {
    await this.registerEnds.mustBeReached(register.read, doubtful);
    await handover.write(em);
  }

  /** An approval is set aside: Prepare is told, in the transaction in which it is parked. */
  onParked(em: EntityManager, parked: ParkedEvent): Promise<void> {
    return queueEvents(em, ...answersToParked(parked, this.clock.now()));
  }

  /** Service support gave an approval up. */
  onDiscarded(em: EntityManager, parked: ParkedEvent, note: string): Promise<void> {
    return queueEvents(em, ...answersToDiscarded(parked, note, this.clock.now()));
  }
}

const approvalsOf = (event: ReceivedEvent): AcademyApproval[] =>
  event.type === ProjectApproved.type ? academyApprovals(event.value as ValueOf<typeof ProjectApproved>, event) : [];

/** An approval was set aside: Prepare shows it as held up. */
export const answersToParked = (parked: ParkedEvent, now: Date): OutboxEvent[] =>
  setAside(parked, now).map((aside) => heldUp(aside));

/** Service support gave an approval up; the note is the reason that Prepare shows. */
export const answersToDiscarded = (parked: ParkedEvent, note: string, now: Date): OutboxEvent[] =>
  setAside(parked, now).map((aside) => discarded(aside, note));

/** What can be told of an approval: each academy when it can be read, else the project alone; and always which approval it was. */
function setAside({ type, key, event, eventId: approval }: ParkedEvent, now: Date): SetAside[] {
  if (type !== ProjectApproved.type) return [];
  const at = now.toISOString();
  if (event) {
    const { project, attempt } = event.value as ValueOf<typeof ProjectApproved>;
    return project.academies.map(({ urn }) => ({ prepareId: project.id, urn, attempt, approval, at }));
  }
  const prepareId = PrepareId.safeParse(key);
  return prepareId.success ? [{ prepareId: prepareId.data, urn: null, attempt: null, approval, at }] : [];
}
