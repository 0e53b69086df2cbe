import { changesBetween, HistoryRow } from '@academies/complete';
import {
  type CommandContext,
  contextAt,
  type CommandResult,
  type CompleteProject,
  type Problem,
} from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import { Clock, settingsToken, type SignedInUser } from '@academies/web';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { type AboutProject, aboutProject } from './about-project.ts';
import { type Occasion, occasionOf } from './mail/occasions.ts';
import { type MailAddresses, queueProjectMails } from './mail/queue-project-mails.ts';
import { loadProject, projectIn, rowOf, type StoredProject } from './project.repository.ts';

/** What a page asks to be changed, and what is written beside the project when it was. */
export interface Change<Facts = undefined> {
  readonly id: string;
  readonly user: SignedInUser;
  /** What the rule must know besides the project, read while the project is held. */
  readonly facts?: (em: EntityManager, project: CompleteProject) => Promise<Facts>;
  readonly rule: (project: CompleteProject, context: CommandContext, facts: Facts) => CommandResult<CompleteProject>;
  readonly also?: (em: EntityManager, project: CompleteProject, context: CommandContext) => Promise<unknown>;
}

/** Projects, as pages read and change them. */
@Injectable()
export class Projects {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: MailAddresses,
  ) {}

  /** An entity manager of this request's own. */
  get em(): EntityManager {
    return this.orm.em.fork();
  }

  read(id: string): Promise<StoredProject> {
    return loadProject(this.em, id);
  }

  /** A project with all that its pages show, as it stands today; a deleted one for service support, as `reader`. */
  about(id: string, reader?: SignedInUser): Promise<AboutProject> {
    return aboutProject(this.em, id, { today: this.clock.today(), reader });
  }

  /**
   * Asks a rule and keeps what it answers: project, events, history and e-mails in one commit; answers with the problems,
   * if any.
   */
  change<Facts = undefined>(change: Change<Facts>): Promise<readonly Problem[] | undefined> {
    return this.together((apply) => apply(change));
  }

  /** Several changes in one commit, so that a person is told of all of them in one e-mail. In the order of their ids. */
  together<Result>(work: (apply: Projects['change']) => Promise<Result>): Promise<Result> {
    return this.em.transactional(async (em) => {
      const occasions: Occasion[] = [];
      const result = await work((change) => this.apply(em, change, occasions));
      await queueProjectMails(em, occasions, this.settings);
      return result;
    });
  }

  /** The project is held meanwhile: of two who change it at once, the second's rule is asked about what the first left. */
  private async apply<Facts>(
    em: EntityManager,
    { id, user, facts, rule, also }: Change<Facts>,
    occasions: Occasion[],
  ): Promise<readonly Problem[] | undefined> {
    const context = contextAt(user, this.clock.now());
    const row = await rowOf(em, id, { toChange: true });
    const before = projectIn(row.document);
    const { state, events, problems } = rule(before, context, (await facts?.(em, before)) as Facts);
    if (problems) return problems;
    // What a rule left as it was is not written, and its version stays.
    if (state !== before) row.document = state;
    for (const change of changesBetween(before, state))
      em.create(HistoryRow, { projectId: id, ...when(context), ...change });
    await em.flush();
    await also?.(em, state, context);
    await queueEvents(em, ...events);
    const occasion = occasionOf(before, state, context);
    if (occasion) occasions.push(occasion);
    return undefined;
  }
}

/** Who and when, as a line of the history has it. */
export const when = ({ by, at }: CommandContext) => ({ byEmail: by.email, byName: by.name, at: new Date(at) });
