import {
  type AcademyRemoved,
  type AcademyOrderDateSet,
  type CompleteProject,
  type ValueOf,
} from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { confirmed, created, rejected } from '../handover/answers.ts';
import type { Arrival } from '../handover/arrival.ts';
import { factsOf } from '../handover/facts-of.ts';
import { judge, type Judgement, mayLackRegister } from '../handover/judge.ts';
import type { LookUps } from '../handover/look-ups.ts';
import { preparedCase } from '../handover/prepared-case.ts';
import { receiveAcademyOrderDate } from '../handover/receive-academy-order-date.ts';
import { takeOver } from '../handover/take-over.ts';
import { RejectionsInHand } from '../rejections/rejections-in-hand.ts';
import type { ProjectsInHand } from './projects-in-hand.ts';

/** The part of the register that a batch needs; undefined is what it lacks. */
export type RegisterLookUps = Pick<LookUps, 'school' | 'trust'> & { namesOfTrn(trn: string): string[] };

/** What a batch is judged with. */
export interface Judging {
  readonly projects: ProjectsInHand;
  readonly register: RegisterLookUps;
  readonly allowedDomains: readonly string[];
  /** Now, ISO 8601. */
  readonly now: () => string;
}

/** Events of Prepare, taken one after the other in memory, and written together. */
export class HandoverBatch {
  private readonly rejections = new RejectionsInHand();
  private readonly lookUps: LookUps;

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

  /** Whether a copy of the register that is behind may be why this one is not taken over. */
  mayLackRegister(arrival: Arrival): boolean {
    return mayLackRegister(this.judgementOf(arrival));
  }

  /** Judges one academy and answers; a project comes into being when it passes. */
  take(arrival: Arrival): void {
    const { projects, now } = this.judging;
    const self = { prepareId: arrival.prepared.id, urn: arrival.urn };
    const judgement = this.judgementOf(arrival);
    if (judgement.is === 'rejected') {
      const { reasons } = judgement;
      const at = now();
      this.rejections.reject({ ...self, attempt: arrival.attempt, kind: arrival.prepared.kind, reasons, at });
      return projects.queue(rejected(arrival, reasons, at));
    }
    this.rejections.settle({ ...self, how: 'taken_over' });
    if (judgement.is === 'confirmed') return projects.queue(confirmed(arrival, judgement.project));
    const project = this.projectOf(arrival);
    projects.add(project, preparedCase(arrival));
    projects.queue(created(arrival, project));
  }

  /** Passes an academy order date on to the project, if there is one. */
  takeAcademyOrderDate({ project, date, by }: ValueOf<typeof AcademyOrderDateSet>): void {
    const { projects } = this.judging;
    for (const mine of projects.ofPrepareProject(project.id)) {
      for (const event of receiveAcademyOrderDate(mine, { date, by }).events ?? []) {
        projects.change((event.value as { project: CompleteProject }).project);
        projects.queue(event);
      }
    }
  }

  /** A rejected academy is no longer part of its transfer. */
  takeRemoval({ project, urn }: ValueOf<typeof AcademyRemoved>): void {
    this.rejections.settle({ prepareId: project.id, urn, how: 'removed' });
  }

  /** Another decision ended the handover. */
  takeEnd(prepareId: string): void {
    this.rejections.settle({ prepareId, urn: null, how: 'decided_again' });
  }

  /** Writes projects, answers and rejections, in the transaction of the batch. */
  async write(em: EntityManager): Promise<void> {
    await this.judging.projects.write(em);
    await this.rejections.write(em);
  }

  private judgementOf(arrival: Arrival): Judgement {
    const existing = this.judging.projects.of({ prepareId: arrival.prepared.id, urn: arrival.urn });
    return judge({ existing, facts: factsOf(arrival, this.lookUps, this.judging.allowedDomains) });
  }

  private projectOf(arrival: Arrival): CompleteProject {
    const region = this.judging.register.school(arrival.urn)?.region ?? null;
    return takeOver(arrival, { id: v7(), at: this.judging.now(), region });
  }
}
