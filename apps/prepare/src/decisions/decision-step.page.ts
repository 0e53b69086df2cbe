import { isApproval, NotFoundError, RefusedError } from '@academies/contracts';
import { Clock, Needs, page, redirect, SignedIn, type SignedInUser, WrongAnswers } from '@academies/web';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { headingOf } from '../projects/heading.ts';
import { Projects } from '../projects/projects.ts';
import { wrongOf } from '../projects/wrong-of.ts';
import { noAnswers } from './decision-answers.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { judgeAnswers } from './judge-answers.ts';
import { whyNoDecision } from './may-decide.ts';
import { nextStep, stepBefore } from './next-step.ts';
import { type StepName, steps } from './steps.table.ts';

/** The pages of "Record a decision", one question each. */
@Controller('projects/:project/decision')
@Needs('decide')
export class DecisionStepPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  start(@Param('project') id: string) {
    return redirect(`/projects/${id}/decision/outcome`);
  }

  @Get(':step')
  async show(@Param('project') id: string, @Param('step') name: string, @SignedIn() user: SignedInUser) {
    const step = stepNamed(name);
    const { em } = this.projects;
    const project = await this.projects.read(id);
    refuseDecided(whyNoDecision(project));
    const { facts } = project;
    const draft = await draftOf(em, id, user.email);
    const answers = draft ?? noAnswers;
    if (!draft && name !== 'outcome') return redirect(`/projects/${id}/decision/outcome`);
    const before = stepBefore(name as StepName, answers, facts);
    return page('decisions/step', {
      ...(await headingOf(em, project)),
      ...step.show(answers, facts),
      title: typeof step.title === 'string' ? step.title : step.title(answers),
      back: before ? `/projects/${id}/decision/${before}` : `/projects/${id}`,
      broken: name === 'outcome' ? await this.projects.check(facts, em) : [],
    });
  }

  @Post(':step')
  async save(
    @Param('project') id: string,
    @Param('step') name: string,
    @Query('change') change: unknown,
    @Body() body: unknown,
    @SignedIn() user: SignedInUser,
  ) {
    const step = stepNamed(name);
    const { em } = this.projects;
    const project = await this.projects.read(id);
    refuseDecided(whyNoDecision(project));
    const { facts } = project;
    const today = this.clock.today();
    const read = step.read(body, { today });
    if (!('take' in read)) throw new WrongAnswers(step.form, 'errors' in read ? read.errors : []);
    const answers = { ...((await draftOf(em, id, user.email)) ?? noAnswers), ...read.take };
    const problems = judgeAnswers(answers, facts, today).filter(({ field }) => field === name);
    if (problems.length > 0) throw wrongOf(step.form, problems);
    if (
      name === 'outcome' &&
      answers.outcome &&
      isApproval(answers.outcome) &&
      (await this.projects.check(facts, em)).length > 0
    ) {
      throw wrongOf(step.form, [
        { message: 'You cannot approve the project until everything listed here is mended', field: 'outcome' },
      ]);
    }
    await keepDraft(em, id, user.email, answers);
    const next = nextStep(name as StepName, { answers, project: facts, today, changing: change !== undefined });
    return redirect(`/projects/${id}/decision/${next}${change !== undefined && next !== 'check' ? '?change' : ''}`);
  }
}

function stepNamed(name: string) {
  if (!Object.hasOwn(steps, name)) throw new NotFoundError('PREPARE.NO_STEP', 'There is no such page');
  return steps[name as StepName];
}

function refuseDecided(why: string | undefined): void {
  if (why) throw new RefusedError('PREPARE.DECIDED', why);
}
