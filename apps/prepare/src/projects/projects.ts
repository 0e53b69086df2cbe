import { RefusedError, type PreparedProject, type Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { Clock, type SignedInUser } from '@academies/web';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { CheckContext } from '../handover-status/handover-facts.ts';
import { settingsToken } from '../settings-token.ts';
import type { Settings } from '../settings.ts';
import { changeProject } from './change-project.ts';
import { checkProject } from './check-project.ts';
import { type Heading, headingOf } from './heading.ts';
import { loadProject, type StoredProject } from './load-project.ts';
import { lockOn, type Part } from './locks.ts';
import type { Occasion } from './occasion.ts';
import { type AnyForm, wrongOf } from './wrong-of.ts';

/** What a page asks to be changed. Locked parts are refused; other problems show on the form, when there is one. */
export interface Asked {
  readonly id: string;
  readonly user: SignedInUser;
  readonly part?: Part;
  readonly version?: number | undefined;
  readonly form?: AnyForm;
}

/** What a rule of a page may use besides the project. */
export interface Asking extends Occasion {
  readonly em: EntityManager;
  /** The rules that stand against an approval of these facts. */
  readonly check: (facts: PreparedProject) => Promise<BrokenRule[]>;
}

/** Projects, as pages read and change them. */
@Injectable()
export class Projects {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  /** An entity manager of this request's own. */
  get em(): EntityManager {
    return this.orm.em.fork();
  }

  read(id: string): Promise<StoredProject> {
    return loadProject(this.em, id);
  }

  /** What stands against an approval of the project as it is. */
  check(facts: PreparedProject, em = this.em): Promise<BrokenRule[]> {
    return checkProject(em, facts, this.checkContext);
  }

  /** A project whose page is shown to change a part of it; refused when that part is locked. */
  async toChange(id: string, part: Part): Promise<{ facts: PreparedProject; heading: Heading }> {
    const { em } = this;
    const project = await loadProject(em, id);
    refuseLocked(project, part);
    return { facts: project.facts, heading: await headingOf(em, project) };
  }

  /** Asks a rule and keeps what it answers. Problems go to the form, or refuse the request. */
  async change(
    { id, user, part, version, form }: Asked,
    rule: (project: StoredProject, asking: Asking) => Verdict | Promise<Verdict>,
  ): Promise<void> {
    const occasion = this.occasionOf(user);
    const { problems } = await changeProject(this.orm, { id, version, occasion }, (project, em) => {
      if (part) refuseLocked(project, part);
      return rule(project, { ...occasion, em, check: (facts) => checkProject(em, facts, this.checkContext) });
    });
    if (!problems) return;
    if (form) throw wrongOf(form, problems);
    throw new RefusedError('PREPARE.REFUSED', problems.map(({ message }) => message).join('. '));
  }

  occasionOf({ email, name }: SignedInUser): Occasion {
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
