import type { Problem } from '@academies/contracts';
import { type Fields, form, type FormTable } from '@academies/forms';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Get, Inject, Param, Post, Query, type Type } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Form, Shown } from '../forms/form.decorator.ts';
import { type Page, page } from '../layout/page.ts';
import { type Redirect, redirect } from '../layout/redirect.ts';
import { Needs } from '../rights/access.ts';
import type { Right } from '../rights/rights.table.ts';
import { SignedIn } from '../sign-in/session.ts';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import { applying, askedOf, type Dialogue, nextStep, stepBefore, unanswered } from './dialogue.ts';
import { draftOf, saveDraft } from './drafts.ts';

/** What the service knows about what a dialogue is about. */
export interface Opened<Facts> {
  readonly facts: Facts;
  /** Stands above the heading of every page: the project's name. */
  readonly caption: string;
  /** Where the first page's back link and "Cancel" lead. */
  readonly cancel: string;
}

/** The service's own part of a dialogue: what it is about, and what comes of it. */
export interface DialogueHost<Answers, Facts> {
  /** Loads what the steps are asked with; throws where there is nothing, or where nothing may be answered now. */
  open(subject: string, user: SignedInUser, answers: Answers): Promise<Opened<Facts>>;
  /** What stands against the answer to a step that only the database can tell; or where to go instead. */
  refuses?(step: string, answers: Answers, facts: Facts): Promise<readonly Problem[] | Redirect>;
  /** What the template of a step, or of the page to check, needs besides. */
  more?(step: string, answers: Answers, facts: Facts): Promise<object>;
  /** Where the page to check leads somebody who has answered nothing; the first step unless told. */
  nothingToCheck?(subject: string): Promise<string | undefined>;
  /** Records the draft, once, and says where to go. Throws `check` with what is wrong. `shown` as the page to check had it. */
  record(subject: string, user: SignedInUser, shown: string | undefined): Promise<Redirect>;
}

/** A dialogue with its pages. */
export interface DialogueOptions<Answers extends object, Facts> extends Dialogue<Answers, Facts> {
  readonly name: string;
  /** With one parameter, the subject: 'projects/:project/decision'. Steps stand below it, and `check`. */
  readonly address: string;
  readonly needs: Right;
  readonly host: Type<DialogueHost<Answers, Facts>>;
  readonly check: { readonly title: string; readonly form: FormTable<Record<never, never>> };
  /** Templates of the service's own, which extend ours: `{% extends "dialogue-step.njk" %}`. */
  readonly templates?: { readonly step?: string; readonly check?: string };
}

/** The form of a page to check: nothing but its button. */
export const checkForm = (button: string) => form({ fields: {}, button });

const subjectOf = (params: Record<string, string>): string => Object.values(params)[0] ?? '';

/** The controllers of a dialogue: one a step, so that every step is a route of its own, one to start and one to check. */
export function dialoguePages<Answers extends object, Facts>(options: DialogueOptions<Answers, Facts>): Type[] {
  const steps = Object.keys(options.steps).map((name) => stepPage(options, name));
  return [...steps, checkPage(options), firstPage(options)];
}

/** Where a dialogue about a subject stands: `/projects/1001/decision`. */
const baseOf = ({ address }: { readonly address: string }, subject: string): string =>
  `/${address.replace(/:\w+/, encodeURIComponent(subject))}`;

const firstOf = ({ steps }: { readonly steps: object }): string => Object.keys(steps)[0] ?? 'check';

function firstPage<Answers extends object, Facts>(options: DialogueOptions<Answers, Facts>): Type {
  @Controller(options.address)
  @Needs(options.needs)
  class FirstPage {
    @Get()
    start(@Param() params: Record<string, string>) {
      return redirect(`${baseOf(options, subjectOf(params))}/${firstOf(options)}`);
    }
  }
  return FirstPage;
}

function stepPage<Answers extends object, Facts>(options: DialogueOptions<Answers, Facts>, name: string): Type {
  const { steps, blank, name: dialogue, host: hostClass } = options;
  const step = steps[name] as (typeof steps)[string];

  @Controller(`${options.address}/${name}`)
  @Needs(options.needs)
  class StepPage {
    constructor(
      @Inject(hostClass) private readonly host: DialogueHost<Answers, Facts>,
      private readonly orm: MikroORM,
      private readonly clock: Clock,
    ) {}

    @Get()
    async show(@Param() params: Record<string, string>, @SignedIn() user: SignedInUser): Promise<Page | Redirect> {
      const subject = subjectOf(params);
      const base = baseOf(options, subject);
      const draft = await draftOf(this.orm.em.fork(), { dialogue, subject, email: user.email }, blank);
      const all = draft ?? blank;
      const { facts, caption, cancel } = await this.host.open(subject, user, all);
      const { answers, due } = applying(options, all, facts);
      if (!due.includes(name) || (!draft && name !== firstOf(options))) return redirect(`${base}/${firstOf(options)}`);
      const title = typeof step.title === 'string' ? step.title : step.title(answers, facts);
      const before = stepBefore(options, name, { answers: all, facts });
      return page(options.templates?.step ?? 'dialogue-step', {
        ...step.form.filledWith(all as never, { offer: (step.offer?.(answers, facts) ?? {}) as never, heading: title }),
        title,
        caption,
        cancel,
        back: before ? `${base}/${before}` : cancel,
        ...(await this.host.more?.(name, answers, facts)),
      });
    }

    @Post()
    async save(
      @Param() params: Record<string, string>,
      @Query('change') change: unknown,
      @Form(step.form as unknown as FormTable<Fields>) answer: Partial<Answers>,
      @SignedIn() user: SignedInUser,
    ): Promise<Redirect> {
      const subject = subjectOf(params);
      const em = this.orm.em.fork();
      const key = { dialogue, subject, email: user.email };
      const all = { ...((await draftOf(em, key, blank)) ?? blank), ...askedOf<Answers>(step.form, answer) };
      const { facts } = await this.host.open(subject, user, all);
      const today = this.clock.today();
      const { answers } = applying(options, all, facts);
      const judged = options.judge?.(answers, facts, today).filter(({ field }) => field === name) ?? [];
      const refused = judged.length > 0 ? judged : ((await this.host.refuses?.(name, answers, facts)) ?? []);
      if (!Array.isArray(refused)) return refused as Redirect;
      // The problem names the step; on its form it belongs to the first field.
      if (refused.length > 0) throw step.form.withProblems(refused as Problem[]);
      await saveDraft(em, key, all);
      const changing = change !== undefined;
      const next = nextStep(options, name, { answers: all, facts, today, changing });
      return redirect(`${baseOf(options, subject)}/${next}${changing && next !== 'check' ? '?change' : ''}`);
    }
  }
  return StepPage;
}

function checkPage<Answers extends object, Facts>(options: DialogueOptions<Answers, Facts>): Type {
  const { blank, name: dialogue, check } = options;

  @Controller(`${options.address}/check`)
  @Needs(options.needs)
  class CheckPage {
    constructor(
      @Inject(options.host) private readonly host: DialogueHost<Answers, Facts>,
      private readonly orm: MikroORM,
      private readonly clock: Clock,
    ) {}

    @Get()
    async show(@Param() params: Record<string, string>, @SignedIn() user: SignedInUser): Promise<Page | Redirect> {
      const subject = subjectOf(params);
      const base = baseOf(options, subject);
      const all = await draftOf(this.orm.em.fork(), { dialogue, subject, email: user.email }, blank);
      if (!all) return redirect((await this.host.nothingToCheck?.(subject)) ?? `${base}/${firstOf(options)}`);
      const { facts, caption, cancel } = await this.host.open(subject, user, all);
      const open = unanswered(options, { answers: all, facts, today: this.clock.today() });
      if (open) return redirect(`${base}/${open}?change`);
      const { answers, due } = applying(options, all, facts);
      const rows = due.flatMap((step) =>
        (options.steps[step]?.says?.(answers, facts) ?? []).map(({ key, text }) => ({
          key,
          lines: [text].flat().flatMap((line) => line.split('\n')),
          change: `${base}/${step}?change`,
        })),
      );
      return page(options.templates?.check ?? 'check-answers', {
        ...check.form.empty(),
        title: check.title,
        caption,
        cancel,
        back: `${base}/${due.at(-1)}`,
        rows,
        ...(await this.host.more?.('check', answers, facts)),
      });
    }

    @Post()
    record(
      @Param() params: Record<string, string>,
      @Form(check.form as unknown as FormTable<Fields>) _: object,
      @Shown() shown: string | undefined,
      @SignedIn() user: SignedInUser,
    ): Promise<Redirect> {
      return this.host.record(subjectOf(params), user, shown);
    }
  }
  return CheckPage;
}
