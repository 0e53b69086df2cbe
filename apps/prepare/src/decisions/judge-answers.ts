import { isApproval, type IsoDate, type PreparedProject, type Problem, reasonsOf } from '@academies/contracts';
import { earliestDecision } from '@academies/handover-rules';
import { confirmations } from './confirmations.table.ts';
import type { DecisionAnswers } from './decision-answers.ts';
import { outcomesFor, takesAcademyOrder } from './may-decide.ts';

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
    if (date > today) return 'The decision date must be today or in the past';
    return date < earliestDecision && 'The decision date must be in 2010 or later';
  },
  'academy-order-date': ({ outcome, academyOrderDate }, project) =>
    academyOrderDate &&
    outcome &&
    takesAcademyOrder(project, outcome) &&
    academyOrderDate < earliestDecision &&
    'The academy order date must be in 2010 or later',
};

/** Everything that is wrong with the answers, by page. */
export const judgeAnswers = (answers: DecisionAnswers, project: PreparedProject, today: IsoDate): Problem[] =>
  Object.entries(judges).flatMap(([field, judge]) => {
    const message = judge(answers, project, today);
    return message ? [{ message, field }] : [];
  });
