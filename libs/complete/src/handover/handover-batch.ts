import type { AcademyOrderDateSet, AcademyRemoved, PreparedProject, ValueOf } from '@academies/contracts';
import type { RuleLookUps } from '@academies/handover';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import {
  type AcademyApproval,
  correctedTrusts,
  preparedCase,
  judge,
  type Judgement,
  mayLackRegister,
} from './academy-approval.ts';
import { confirmed, created, rejected } from './answers.ts';
import type { BatchProjects } from './batch-projects.ts';
import { newProject } from './new-project.ts';
import { applyAcademyOrderDate } from './new-project.ts';
import { BatchRejections } from './rejected-handovers.ts';

/** The part of the register that a batch needs; undefined is what it lacks. */
export type RegisterLookUps = Pick<RuleLookUps, 'school' | 'trust'> & { namesOfTrn(trn: string): readonly string[] };

/** What a batch is judged with. */
export interface Judging {
  readonly projects: BatchProjects;
  readonly register: RegisterLookUps;
  readonly allowedDomains: readonly string[];
  /** Now, ISO 8601. */
  readonly now: () => string;
}

/** Events of Prepare, applied one after the other in memory, and written together. */
export class HandoverBatch {
  private readonly rejections = new BatchRejections();
  private readonly lookUps: RuleLookUps;

  constructor(private readonly judging: Judging) {
    const { projects, register } = judging;
    this.lookUps = {
      school: (urn) => register.school(urn),
      trust: (ukprn) => register.trust(ukprn),
      namesUnderTrn: (trn, except) => [...register.namesOfTrn(trn), ...projects.namesUnder(trn, except)],
      trustsInGroup: (group, except) => projects.trustsInGroup(group, except),
      livingProject: (urn) => projects.living(urn),
    };
  }

  /**
   * Judges an approval and answers it; a project comes into being when it passes. True when a copy of the register that is
   * behind may be why it does not: then the batch must not be written before the copy is known to be at the end.
   */
  judge(approval: AcademyApproval): boolean {
    const { projects, allowedDomains } = this.judging;
    const existing = projects.of({ prepareId: approval.prepared.id, urn: approval.urn });
    const judgement = judge(approval, { existing, lookUps: this.lookUps, allowedDomains });
    this.answer(approval, judgement);
    return mayLackRegister(judgement);
  }

  /** A later attempt settles what was rejected before of schools that are no longer part of the project. */
  beginAttempt(approvals: readonly AcademyApproval[]): void {
    const [first] = approvals;
    if (!first) return;
    const except = approvals.map(({ urn }) => urn);
    const { prepared, attempt: before } = first;
    this.rejections.settle({ prepareId: prepared.id, urn: null, before, except, how: 'handed_over_again' });
  }

  /** Passes an academy order date on to the project, if there is one. */
  applyAcademyOrderDate({ project, date, by }: ValueOf<typeof AcademyOrderDateSet>): void {
    const { projects, now } = this.judging;
    for (const mine of projects.ofPrepareProject(project.id)) {
      const { state, events } = applyAcademyOrderDate(mine, { date, by });
      if (!state || events.length === 0) continue;
      projects.change(state, { by, at: now() });
      projects.queue(...events);
    }
  }

  /** A rejected academy is no longer part of its transfer. */
  applyRemoval({ project, urn }: ValueOf<typeof AcademyRemoved>): void {
    this.rejections.settle({ prepareId: project.id, urn, how: 'removed' });
  }

  /** The decision names other trusts than it did; projects of it know that, and are corrected by a person. */
  applyCorrection(prepared: PreparedProject): void {
    this.judging.projects.correctCase(prepared.id, correctedTrusts(prepared));
  }

  /** Another decision ended the handover. */
  applyEnd(prepareId: string): void {
    this.rejections.settle({ prepareId, urn: null, how: 'decided_again' });
  }

  /** Writes projects, answers and rejections, in the transaction of the batch. */
  async write(em: EntityManager): Promise<void> {
    await this.judging.projects.write(em);
    await this.rejections.write(em);
  }

  private answer(approval: AcademyApproval, judgement: Judgement): void {
    const { projects, register, now } = this.judging;
    const { prepared, urn, attempt } = approval;
    const at = now();
    if (judgement.is === 'rejected') {
      const { reasons } = judgement;
      this.rejections.reject({ prepareId: prepared.id, urn, attempt, kind: prepared.kind, reasons, at });
      return projects.queue(rejected(approval, reasons, at));
    }
    this.rejections.settle({ prepareId: prepared.id, urn, how: 'taken_over' });
    if (judgement.is === 'confirmed') return projects.queue(confirmed(approval, judgement.project));
    const project = newProject(approval, { id: v7(), at, region: register.school(urn)?.region ?? null });
    projects.add(project, preparedCase(approval));
    projects.queue(created(approval, project));
  }
}
