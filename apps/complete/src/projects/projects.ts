import { type Occasion } from '@academies/complete';
import { type CompleteProject, type Problem, RefusedError, type Verdict } from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import { Clock, type SignedInUser } from '@academies/web';
import { type EntityManager, MikroORM, OptimisticLockError } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { loadProject, rowOf, type StoredProject } from './load-project.ts';

/** What a page asks to be changed, and what is written beside the project when it was. */
export interface Change {
  readonly id: string;
  readonly user: SignedInUser;
  readonly rule: (project: CompleteProject, occasion: Occasion) => Verdict;
  readonly also?: (em: EntityManager, project: CompleteProject, occasion: Occasion) => Promise<void>;
}

/** Projects, as pages read and change them. */
@Injectable()
export class Projects {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
  ) {}

  /** An entity manager of this request's own. */
  get em(): EntityManager {
    return this.orm.em.fork();
  }

  read(id: string): Promise<StoredProject> {
    return loadProject(this.em, id);
  }

  /**
   * Asks a rule and keeps what it answers, project and events in one commit; answers with the problems, if any. Somebody
   * who changed the project at the same moment wins.
   */
  async change({ id, user, rule, also }: Change): Promise<readonly Problem[] | undefined> {
    const occasion = { by: { email: user.email, name: user.name }, at: this.clock.now().toISOString() };
    try {
      return await this.em.transactional(async (em) => {
        const row = await rowOf(em, id);
        const { events = [], problems } = rule(row.whole, occasion);
        if (problems) return problems;
        row.whole = (events.at(-1)?.value as { project: CompleteProject } | undefined)?.project ?? row.whole;
        await em.flush();
        await also?.(em, row.whole, occasion);
        await queueEvents(em, ...events);
        return undefined;
      });
    } catch (error) {
      if (!(error instanceof OptimisticLockError)) throw error;
      throw new RefusedError(
        'COMPLETE.CHANGED_MEANWHILE',
        'Somebody else changed this project at the same moment. Look at it again, then repeat your change.',
      );
    }
  }
}
