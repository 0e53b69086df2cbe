import { changed, isApproval, type PreparedProject, type Problem, RefusedError, refused } from '@academies/contracts';
import { changedMeanwhile, type FieldError, FormErrors } from '@academies/forms';
import type { FixOn } from '@academies/handover';
import {
  applying,
  checkForm,
  type Dialogue,
  type DialogueHost,
  dialoguePages,
  draftOf,
  endDraft,
  redirect,
  type SignedInUser,
} from '@academies/web';
import { Injectable } from '@nestjs/common';
import { fixAt, fixPages, whyNoDecision } from '../project/stage.ts';
import { headingOf } from '../project/project-heading.ts';
import type { StoredProject } from '../project/project.repository.ts';
import { Projects } from '../project/projects.ts';
import { type DecisionAnswers, judgeAnswers, noAnswers, recordDecision } from './decision.ts';
import { steps } from './steps.table.ts';

const deciding: Dialogue<DecisionAnswers, PreparedProject> = { blank: noAnswers, steps, judge: judgeAnswers };
const check = { title: 'Check the decision before you record it', form: checkForm('Record this decision') };
const keyOf = (project: string, { email }: SignedInUser) => ({ dialogue: 'decision', subject: project, email });

/**
 * A decision is about the whole project, and an approval sends all of it to Complete: whoever decides does so on what stands
 * there, so a change of any section since the check is a collision here.
 */
const wholeOf = ({ version }: StoredProject) => ({ version });

/** What stands against a decision, with a link to the page that fixes it: a step, or a page of the project. */
function toFix(id: string, { message, ...at }: Problem & { readonly fixOn?: FixOn | null }): FieldError {
  const page = at.fixOn ?? at.field ?? '';
  const href = Object.hasOwn(steps, page)
    ? `/projects/${id}/decision/${page}?change`
    : Object.hasOwn(fixPages, page) && fixAt(id, page as FixOn, 'decision');
  return { field: '', input: '', message, ...(href && { href }) };
}

/** What "Record a decision" is about, and what comes of it. */
@Injectable()
export class DecisionDialogue implements DialogueHost<DecisionAnswers, PreparedProject> {
  constructor(private readonly projects: Projects) {}

  async open(id: string) {
    const project = await this.projects.read(id);
    const why = whyNoDecision(project);
    if (why) throw new RefusedError('PREPARE.DECIDED', why);
    const heading = await headingOf(this.projects.em, project);
    return { facts: project.facts, caption: heading.project.name, cancel: `/projects/${id}` };
  }

  /** An approval that breaks a rule of the handover is stopped at once, and again when it is recorded. */
  async refuses(step: string, { outcome }: DecisionAnswers, facts: PreparedProject): Promise<Problem[]> {
    if (step !== 'outcome' || !outcome || !isApproval(outcome)) return [];
    const broken = await this.projects.check(facts);
    if (broken.length === 0) return [];
    const message = 'You cannot approve this project yet. Fix each of these first';
    const [here] = steps.outcome.form.withProblems([{ message, field: 'outcome' }]).errors;
    throw new FormErrors(steps.outcome.form, [...(here ? [here] : []), ...broken.map((rule) => toFix(facts.id, rule))]);
  }

  async more(step: string, { outcome }: DecisionAnswers, facts: PreparedProject): Promise<object> {
    const approves = outcome !== null && isApproval(outcome);
    const asksRules = step === 'outcome' || (step === 'check' && approves);
    const project = await this.projects.read(facts.id);
    return {
      ...(await headingOf(this.projects.em, project)),
      ...(step === 'check' && check.form.empty({ about: wholeOf(project) })),
      approves,
      revokes: outcome === 'dao_revoked',
      broken: asksRules ? await this.projects.check(facts) : [],
    };
  }

  async nothingToCheck(id: string): Promise<string | undefined> {
    const { facts } = await this.projects.read(id);
    return facts.decision ? `/projects/${id}/decision/recorded` : undefined;
  }

  /** Sent twice, it records once: the draft ends in the transaction that records it. */
  async record(id: string, user: SignedInUser, shown: string | undefined) {
    await this.projects.change({ id, user, form: check.form }, async (project, { em, check: rules, ...context }) => {
      const draft = await draftOf(em, keyOf(id, user), noAnswers);
      if (!draft) return changed(project);
      if (check.form.collides({ about: wholeOf(project), shown })) return refused(changedMeanwhile);
      const { answers } = applying(deciding, draft, project.facts);
      const result = recordDecision(project, { ...context, answers, broken: await rules(project.facts) });
      if (result.problems)
        throw new FormErrors(
          check.form,
          result.problems.map((problem) => toFix(id, problem)),
        );
      if (result.events) await endDraft(em, keyOf(id, user));
      return result;
    });
    return redirect(`/projects/${id}/decision/recorded`);
  }
}

/** The pages of "Record a decision" (docs/domain/prepare.md). */
export const decisionPages = dialoguePages({
  ...deciding,
  name: 'decision',
  address: 'projects/:project/decision',
  needs: 'decide',
  host: DecisionDialogue,
  check,
  templates: { step: 'decisions/decision-step', check: 'decisions/check-decision' },
});
