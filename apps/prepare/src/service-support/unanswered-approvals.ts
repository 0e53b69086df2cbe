import type { Kind } from '@academies/contracts';
import { sql } from '@academies/database';
import { countWhenRead } from '@academies/messaging';
import { Clock, settingsToken, type SignedInUser } from '@academies/web';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { changeProject } from '../project/projects.ts';
import { sendAgain } from './send-again.ts';

/** A project whose approval waits for an answer for longer than it should. */
export interface Unanswered {
  readonly id: string;
  readonly kind: Kind;
  readonly school: string | null;
  readonly attempt: number;
  readonly by: string;
  readonly since: Date;
}

/** What the pages and programs need of the app's settings. */
export interface UnansweredSettings {
  readonly UNANSWERED_MINUTES: number;
}

const waitingSql = `
    from project
    join handover_attempt as attempt
      on attempt.project_id = project.id and attempt.attempt = (project.state ->> 'attempts')::int
   where attempt.at < clock_timestamp() - make_interval(mins => $1)
     and exists (select from project_academy as academy
                  where academy.project_id = project.id and academy.handover_state = 'waiting')`;

/** How many there are; Prepare says it with its watermark. */
export async function countUnanswered(em: EntityManager, { UNANSWERED_MINUTES }: UnansweredSettings): Promise<number> {
  const [found] = await sql<{ count: number }>(em, `select count(*)::int as count ${waitingSql}`, [UNANSWERED_MINUTES]);
  return found?.count ?? 0;
}

/** Approvals that Complete has not answered for too long (docs/domain/handover.md, "What Prepare shows"). */
@Injectable()
export class UnansweredApprovals {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: UnansweredSettings,
  ) {
    countWhenRead('approvals_unanswered', 'Approvals that wait for an answer for too long', () => this.count());
  }

  count(): Promise<number> {
    return countUnanswered(this.em, this.settings);
  }

  /** Those that wait the longest, first. */
  list(limit = 200): Promise<Unanswered[]> {
    return sql<Unanswered>(this.em, `${unansweredSql} limit $2`, [...this.minutes, limit]);
  }

  /** Sends one again, or all; answers how many. Sent once more, nothing comes twice of it. */
  async sendAgain({ email, name }: Pick<SignedInUser, 'email' | 'name'>, only?: string): Promise<number> {
    const waiting = only === undefined ? await this.list(100_000) : [{ id: only }];
    const context = { by: { email, name }, at: this.clock.now().toISOString(), today: this.clock.today() };
    let sent = 0;
    for (const { id } of waiting) {
      const { events } = await changeProject(this.orm, { id, context }, (project) => sendAgain(project, context));
      sent += events?.length ?? 0;
    }
    return sent;
  }

  private get em() {
    return this.orm.em.fork();
  }

  private get minutes(): [number] {
    return [this.settings.UNANSWERED_MINUTES];
  }
}

const unansweredSql = `
  select project.id, project.state ->> 'kind' as kind, attempt.attempt, attempt.by_name as by, attempt.at as since,
    (select school.name from project_academy as first
       join register_establishment as school on school.urn = first.urn
      where first.project_id = project.id order by first.position limit 1) as school
    ${waitingSql}
   order by attempt.at, project.id`;
