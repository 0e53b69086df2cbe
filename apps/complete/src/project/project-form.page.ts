import { type CompleteProject, completeStates, ForbiddenError, NotFoundError, refused } from '@academies/contracts';
import {
  changedMeanwhile,
  type FormContext,
  type Fields,
  FormErrors,
  type FormTable,
  lookedUp,
  type LookUps,
  type Values,
} from '@academies/forms';
import { Clock, lookUpsToken, Needs, page, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Body, Controller, Get, Inject, Optional, Param, Post, Query, type Type } from '@nestjs/common';
import { validate } from 'uuid';
import { frameOf } from './project-frame.ts';
import { Projects } from './projects.ts';
import type { Opened, ProjectForm } from './project-form.ts';

type Where = { readonly project: string; readonly item?: string };
type Query = Record<string, unknown>;

/** The page of a form of a project: one controller, made from its entry. */
export function projectForm<F extends Fields, Facts = undefined>(entry: ProjectForm<F, Facts>): Type {
  const { permitted, forWhom, title, form, values, stands, next, saved } = entry;
  const { already = 'Nothing was changed: this is how it stands already' } = entry;
  const formOf = (opened: Opened): FormTable<F> => (typeof form === 'function' ? form(opened) : form);

  @Controller(`projects/:project/${entry.address}`)
  @Needs(entry.needs)
  class ProjectFormPage {
    constructor(
      private readonly projects: Projects,
      private readonly clock: Clock,
      @Optional() @Inject(lookUpsToken) private readonly lookUps: LookUps = {},
    ) {}

    @Get()
    async show(@Param() where: Where, @Query() query: Query, @SignedIn() user: SignedInUser) {
      const opened = await this.opened(where, query, user);
      const { project } = opened.about;
      const { states = ['active'] } = entry;
      const missing = states.includes(project.state)
        ? ((await entry.missing?.(opened)) ?? [])
        : [{ text: `The state of the project is: ${completeStates.say(project.state)}` }];
      const shown = { offer: (await entry.offer?.(opened)) ?? {}, about: stands?.(project, opened) ?? {} };
      return page('project/project-form', {
        frame: frameOf(opened.about, user),
        title: typeof title === 'function' ? title(opened) : title,
        says: entry.says?.(opened) ?? [],
        rows: (await entry.rows?.(opened)) ?? [],
        warns: entry.warns?.(opened) ?? [],
        warning: entry.warning,
        missing,
        cancel: `/projects/${project.id}${typeof next === 'string' ? next : ''}`,
        ...(values ? formOf(opened).filledWith(values(project, opened), shown) : formOf(opened).empty(shown)),
      });
    }

    @Post()
    async save(
      @Param() where: Where,
      @Query() query: Query,
      @Body() body: unknown,
      @Shown() shown: string | undefined,
      @SignedIn() user: SignedInUser,
    ) {
      const opened = await this.opened(where, query, user);
      const table = formOf(opened);
      const found = await lookedUp(table as never, body, this.lookUps);
      const answer = this.read(table, body, found);
      const settled = (present: CompleteProject): Values<F> =>
        values ? table.settled({ shown, stored: values(present, opened), answer }) : answer;
      const isOutdated = (present: CompleteProject): boolean =>
        stands !== undefined && table.collides({ shown, about: stands(present, opened) });
      let isDone = true;
      const problems = await this.projects.change<Facts>({
        id: where.project,
        user,
        ...(entry.facts && {
          facts: (em, project) => entry.facts?.(em, project, { answer, opened }) as Promise<Facts>,
        }),
        rule: (present, context, facts) => {
          // Whose project it is may have changed since the page was asked for.
          if (!permitted(present, { ...opened, about: { ...opened.about, project: present } })) return refused(forWhom);
          const result = entry.rule(present, { answer: settled(present), context, facts, opened });
          isDone = Boolean(result.problems ?? result.events?.length);
          // Sent twice, it changes nothing, and is no collision.
          return result.events?.length && isOutdated(present) ? refused(changedMeanwhile) : result;
        },
        also: async (em, project, context) => {
          const isMore = await entry.also?.(em, project, { answer, context, opened, isChanged: isDone });
          isDone ||= isMore === true;
        },
      });
      if (problems) throw table.withProblems(problems, found);
      const path = typeof next === 'function' ? next({ answer, opened }) : next;
      const to = redirect(entry.leavesTo ?? `/projects/${where.project}${path}`);
      if (!saved) return to;
      return isDone ? to.saying(typeof saved === 'function' ? saved(answer) : saved) : to.telling(already);
    }

    private read(table: FormTable<F>, body: unknown, found: FormContext['found']): Values<F> {
      const read = table.parse(body, { today: this.clock.today(), found });
      if ('errors' in read) throw new FormErrors(table, read.errors, read.typed, read.found);
      return read.ok;
    }

    private async opened({ project: id, item: as = '' }: Where, query: Query, user: SignedInUser): Promise<Opened> {
      const { em } = this.projects;
      const about = await this.projects.about(id);
      // PostgreSQL knows an id in capitals too; what is compared in memory must be the same.
      const item = as.toLowerCase();
      if (item !== '' && !validate(item)) throw new NotFoundError('COMPLETE.NO_SUCH_ITEM', 'There is no such page');
      if (!permitted(about.project, { user, about, item })) throw new ForbiddenError('COMPLETE.NOT_ALLOWED', forWhom);
      return { about, user, em, today: this.clock.today(), item, query };
    }
  }
  return ProjectFormPage;
}
