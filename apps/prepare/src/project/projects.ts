import {
  type CommandContext,
  type CommandResult,
  type PreparedProject,
  RefusedError,
  refused,
} from '@academies/contracts';
import { changedMeanwhile, type Fields, type FormTable } from '@academies/forms';
import { Clock, type SignedInUser, settingsToken } from '@academies/web';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { type Against, type CheckContext, checkProject } from './approval-check.ts';
import type { Project } from './project.ts';
import { type Heading, headingOf } from './project-heading.ts';
import { saveResult, loadProject, type StoredProject } from './project.repository.ts';
import { lockOn, type Part } from './stage.ts';

/** What projects need of the app's settings. */
export interface PrepareSettings {
  /** Domains that the e-mail address of an assigned person may have (docs/domain/handover.md, rule 7). */
  readonly ALLOWED_EMAIL_DOMAINS: readonly string[];
}

/** What a page asks to be changed. Locked parts are refused; other problems show on the form, when there is one. */
export interface Asked {
  readonly id: string;
  readonly user: SignedInUser;
  readonly part?: Part;
  /** Whether somebody else was faster with what this page shows. */
  readonly isOutdated?: (facts: PreparedProject) => boolean;
  readonly form?: Pick<FormTable<Fields>, 'withProblems'>;
}

/** What a rule of a page may use besides the project. */
export interface Asking extends CommandContext {
  readonly em: EntityManager;
  /** The rules that stand against an approval of these facts. */
  readonly check: (facts: PreparedProject) => Promise<Against[]>;
}

/** A rule of a page, asked about a project as it is now. */
export type Ask = (project: StoredProject, asking: Asking) => CommandResult<Project> | Promise<CommandResult<Project>>;

/** Asks a rule and keeps what it answers, all in one transaction; the project is held meanwhile. */
export function changeProject(
  orm: MikroORM,
  { id, part, isOutdated, context }: Omit<Asked, 'user' | 'form'> & { readonly context: CommandContext },
  rule: (project: StoredProject, em: EntityManager) => CommandResult<Project> | Promise<CommandResult<Project>>,
): Promise<CommandResult<Project>> {
  return orm.em.fork().transactional(async (em) => {
    const project = await loadProject(em, id, { toChange: true });
    if (part) refuseLocked(project, part);
    if (isOutdated?.(project.facts)) return refused(changedMeanwhile);
    const result = await rule(project, em);
    if (result.events) await saveResult(em, result, context);
    return result;
  });
}

/** Projects, as pages read and change them. */
@Injectable()
export class Projects {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: PrepareSettings,
  ) {}

  /** An entity manager of this request's own. */
  get em(): EntityManager {
    return this.orm.em.fork();
  }

  read(id: string): Promise<StoredProject> {
    return loadProject(this.em, id);
  }

  /** What stands against an approval of the project as it is. */
  check(facts: PreparedProject, em = this.em): Promise<Against[]> {
    return checkProject(em, facts, this.checkContext);
  }

  /** A project whose page is shown to change a part of it; refused when that part is locked. */
  async toChange(id: string, part: Part): Promise<{ facts: PreparedProject; heading: Heading }> {
    const { em } = this;
    const project = await loadProject(em, id);
    refuseLocked(project, part);
    return { facts: project.facts, heading: await headingOf(em, project) };
  }

  /** Asks a rule and keeps what it answers; whether that changed anything. Problems go to the form, or refuse the request. */
  async change({ user, form, ...asked }: Asked, rule: Ask): Promise<boolean> {
    const context = this.contextOf(user);
    const { problems, events } = await changeProject(this.orm, { ...asked, context }, (project, em) =>
      rule(project, { ...context, em, check: (facts) => this.check(facts, em) }),
    );
    if (!problems) return events.length > 0;
    if (form) throw form.withProblems(problems);
    throw new RefusedError('PREPARE.REFUSED', problems.map(({ message }) => message).join('. '));
  }

  contextOf({ email, name }: SignedInUser): CommandContext {
    return { by: { email, name }, at: this.clock.now().toISOString(), today: this.clock.today() };
  }

  private get checkContext(): CheckContext {
    return { today: this.clock.today(), allowedDomains: this.settings.ALLOWED_EMAIL_DOMAINS };
  }
}

function refuseLocked(project: StoredProject, part: Part): void {
  const lock = lockOn(project, part);
  if (lock) throw new RefusedError('PREPARE.LOCKED', lock);
}
