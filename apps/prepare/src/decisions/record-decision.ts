import {
  changed,
  type Decision,
  DecisionRecorded,
  isApproval,
  type Outcome,
  type PreparedProject,
  ProjectApproved,
  type Verdict,
} from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import type { Occasion } from '../projects/occasion.ts';
import { prepareEvent } from '../projects/prepare-event.ts';
import type { Project } from '../projects/project.ts';
import type { DecisionAnswers } from './decision-answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { takesAcademyOrder, whyNoDecision } from './may-decide.ts';

/** The answers of the pages, and the rules of the handover that the project breaks as it stands. */
export interface RecordDecision extends Occasion {
  readonly answers: DecisionAnswers;
  readonly broken: readonly BrokenRule[];
}

/**
 * Records a decision; a later one supersedes, never overwrites (domain/prepare.md, "Recording a decision"). An approval
 * hands the project over with the next attempt; any other decision ends a handover that Complete rejected.
 */
export function recordDecision(project: Project, { answers, broken, ...occasion }: RecordDecision): Verdict {
  const why = whyNoDecision(project);
  if (why) return { problems: [{ message: why }] };
  const problems = judgeAnswers(answers, project.facts, occasion.today);
  if (problems.length > 0) return { problems };
  const decision = toDecision(answers, occasion);
  if (!isApproval(decision.outcome)) return changed(recorded(decided(project.facts, decision), decision));
  if (broken.length > 0)
    return { problems: broken.map(({ message, mendedOn }) => ({ message, field: mendedOn ?? '' })) };

  const attempt = project.facts.attempts + 1;
  const approved = { ...decided(project.facts, decision, answers), attempts: attempt };
  return changed(
    recorded(approved, decision),
    prepareEvent(ProjectApproved, { project: approved, decision, attempt, by: occasion.by }),
  );
}

const recorded = (project: PreparedProject, decision: Decision) =>
  prepareEvent(DecisionRecorded, { project, decision, by: decision.recordedBy });

/** The project after the decision. An academy order date that was given goes with an approval. */
function decided(project: PreparedProject, decision: Decision, answers?: DecisionAnswers): PreparedProject {
  const orderDate = answers && takesAcademyOrder(project, decision.outcome) ? answers.academyOrderDate : null;
  return {
    ...project,
    status: decision.outcome,
    decision,
    academyOrderDate: orderDate ?? project.academyOrderDate,
  };
}

/** Keeps only what belongs to the outcome: somebody may have gone back and chosen another. */
function toDecision(answers: DecisionAnswers, { by, at }: Occasion): Decision {
  const outcome = answers.outcome as Outcome;
  return {
    outcome,
    decidedBy: answers.decidedBy as Decision['decidedBy'],
    deciderName: answers.decidedBy === 'none' ? null : (answers.deciderName?.trim() ?? null),
    date: answers.date as string,
    conditions: outcome === 'approved_with_conditions' ? (answers.conditions?.trim() ?? null) : null,
    reasons: isApproval(outcome) ? [] : answers.reasons,
    recordedBy: by,
    recordedAt: at,
  };
}
