import {
  changed,
  type CommandContext,
  type CommandResult,
  type Decider,
  type Decision,
  DecisionRecorded,
  isApproval,
  type IsoDate,
  type Outcome,
  type PreparedProject,
  type Problem,
  ProjectApproved,
  reasonsOf,
} from '@academies/contracts';
import { type DateRange, outOfRange } from '@academies/forms';
import { type BrokenRule, earliestDecision } from '@academies/handover';
import { handedOver, prepareEvent, type Project } from '../project/project.ts';
import { openInPrepare, orderDates, outcomesFor, takesAcademyOrder, whyNoDecision } from '../project/stage.ts';

/** What is confirmed before a directive academy order is recorded as revoked (docs/domain/prepare.md, "Recording a decision"). */
export const confirmations = {
  minister_approved: 'A minister has approved that the order is revoked',
  letter_sent: 'The letter about it has been sent',
  letter_saved: 'A copy of the letter is saved in the school’s folder',
} as const;

export type Confirmation = keyof typeof confirmations;

/** What the pages of "Record a decision" ask; null until answered (docs/domain/prepare.md, "Recording a decision"). */
export interface DecisionAnswers {
  readonly outcome: Outcome | null;
  readonly decidedBy: Decider | null;
  readonly conditions: string | null;
  readonly reasons: Decision['reasons'];
  /** The three confirmations of a DAO that is revoked. */
  readonly confirmations: readonly string[];
  readonly deciderName: string | null;
  readonly date: IsoDate | null;
  /** Voluntary conversions; may stay open. */
  readonly academyOrderDate: IsoDate | null;
}

export const noAnswers: DecisionAnswers = {
  outcome: null,
  decidedBy: null,
  conditions: null,
  reasons: [],
  confirmations: [],
  deciderName: null,
  date: null,
  academyOrderDate: null,
};

/** When a decision can have been made (docs/domain/handover.md, "Rules, checked twice by the same code"). */
export const decisionDates: DateRange = { from: earliestDecision, to: 'today' };

type Judge = (answers: DecisionAnswers, project: PreparedProject, today: IsoDate) => string | false | null | undefined;

/** What each page's answer must be, by the page; each is asked only when it is due. */
const judges: Readonly<Record<string, Judge>> = {
  outcome: ({ outcome }, project) =>
    !outcome
      ? 'Select the decision'
      : !outcomesFor(project).includes(outcome) && 'Select a decision that the project can take',
  'decided-by': ({ outcome, decidedBy }) =>
    !decidedBy
      ? 'Select who made the decision'
      : outcome === 'dao_revoked' && decidedBy !== 'minister' && 'Only a minister can revoke a directive academy order',
  confirmations: ({ outcome, confirmations: given }) =>
    outcome === 'dao_revoked' &&
    Object.keys(confirmations).some((one) => !given.includes(one)) &&
    'Confirm all three before you record that the order is revoked',
  conditions: ({ outcome, conditions }) =>
    outcome === 'approved_with_conditions' && !conditions?.trim() && 'Enter the conditions',
  reasons: ({ outcome, reasons }) => {
    if (!outcome || isApproval(outcome)) return undefined;
    if (reasons.length === 0) return 'Select at least one reason';
    if (reasons.some(({ reason }) => !reasonsOf[outcome].includes(reason))) return 'Select reasons for this decision';
    return reasons.some(({ detail }) => !detail.trim()) && 'Enter details for each reason';
  },
  name: ({ decidedBy, deciderName }) =>
    decidedBy && decidedBy !== 'none' && !deciderName?.trim() && 'Enter the name of the person who made the decision',
  date: ({ date }, _, today) => {
    if (!date) return 'Enter the decision date';
    return outOfRange('The decision date', decisionDates, date, today);
  },
  'academy-order-date': ({ outcome, academyOrderDate }, project, today) =>
    academyOrderDate &&
    outcome &&
    takesAcademyOrder(project, outcome) &&
    outOfRange('The academy order date', orderDates, academyOrderDate, today),
};

/** Everything that is wrong with the answers, by page. */
export const judgeAnswers = (answers: DecisionAnswers, project: PreparedProject, today: IsoDate): Problem[] =>
  Object.entries(judges).flatMap(([field, judge]) => {
    const message = judge(answers, project, today);
    return message ? [{ message, field }] : [];
  });

/** The answers of the pages, and the rules of the handover that the project breaks as it stands. */
export interface RecordDecision extends CommandContext {
  readonly answers: DecisionAnswers;
  readonly broken: readonly BrokenRule[];
}

/**
 * Records a decision; a later one supersedes, never overwrites (docs/domain/prepare.md, "Recording a decision"). An approval
 * hands the project over with the next attempt; any other decision ends a handover that Complete rejected.
 */
export function recordDecision(
  project: Project,
  { answers, broken, ...context }: RecordDecision,
): CommandResult<Project> {
  const why = whyNoDecision(project);
  if (why) return { problems: [{ message: why }] };
  const problems = judgeAnswers(answers, project.facts, context.today);
  if (problems.length > 0) return { problems };
  const decision = toDecision(answers, context);
  const takenBy = broken.filter(({ rule }) => rule === openInPrepare);
  // A project that was declined and is deferred is open again, as one that is approved.
  const stands = isApproval(decision.outcome) ? broken : decision.outcome === 'deferred' ? takenBy : [];
  if (stands.length > 0) return { problems: stands.map(({ message, fixOn }) => ({ message, field: fixOn ?? '' })) };
  if (!isApproval(decision.outcome)) {
    const facts = decided(project.facts, decision);
    return changed({ ...project, facts }, recorded(facts, decision));
  }

  const attempt = project.facts.attempts + 1;
  const approved = { ...decided(project.facts, decision, answers), attempts: attempt };
  const approval = prepareEvent(ProjectApproved, { project: approved, decision, attempt, by: context.by });
  return changed(handedOver(project, approved, approval), recorded(approved, decision), approval);
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
function toDecision(answers: DecisionAnswers, { by, at }: CommandContext): Decision {
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
