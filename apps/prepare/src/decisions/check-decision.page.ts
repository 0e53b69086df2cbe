import { changed, deciders, decisionReasons, isApproval, outcomes, RefusedError, refused } from '@academies/contracts';
import { Clock, Form, form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { changedMeanwhile } from '../projects/change-project.ts';
import { headingOf } from '../projects/heading.ts';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { confirmations } from './confirmations.table.ts';
import { draftOf, endDraft } from './drafts.ts';
import { judgeAnswers } from './judge-answers.ts';
import { whyNoDecision } from './may-decide.ts';
import { dueSteps } from './next-step.ts';
import { recordDecision } from './record-decision.ts';

export const checkDecisionForm = form({ fields: {}, button: 'Record this decision' });

/** Check answers, and record. Sent twice, it records once. */
@Controller('projects/:project/decision/check')
@Needs('decide')
export class CheckDecisionPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const project = await this.projects.read(id);
    const { facts } = project;
    const answers = await draftOf(em, id, user.email);
    if (!answers) return redirect(`/projects/${id}/decision/${facts.decision ? 'recorded' : 'outcome'}`);
    const why = whyNoDecision(project);
    if (why) throw new RefusedError('PREPARE.DECIDED', why);
    const [wrong] = judgeAnswers(answers, facts, this.clock.today());
    if (wrong) return redirect(`/projects/${id}/decision/${wrong.field}?change`);
    const due = dueSteps(answers, facts);
    const approves = answers.outcome !== null && isApproval(answers.outcome);
    const broken = approves ? await this.projects.check(facts, em) : [];
    const tables = {
      outcomes: outcomes.table,
      deciders: deciders.table,
      reasons: decisionReasons.table,
      confirmations,
    };
    return page('decisions/check-decision', {
      ...(await headingOf(em, project)),
      ...checkDecisionForm.empty(),
      answers,
      due,
      broken,
      tables,
    });
  }

  @Post()
  async record(
    @Param('project') id: string,
    @Form(checkDecisionForm) _: object,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change({ id, user, form: checkDecisionForm }, async (project, asking) => {
      const { em, check, ...occasion } = asking;
      const answers = await draftOf(em, id, user.email);
      if (!answers) return changed();
      if (version !== undefined && version !== project.version) return refused(changedMeanwhile);
      const verdict = recordDecision(project, { ...occasion, answers, broken: await check(project.facts) });
      if (verdict.events) await endDraft(em, id, user.email);
      return verdict;
    });
    return redirect(`/projects/${id}/decision/recorded`);
  }
}
