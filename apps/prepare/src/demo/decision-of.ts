import { type Decider, type IsoDate, isApproval } from '@academies/contracts';
import { confirmations } from '../decisions/confirmations.table.ts';
import { type DecisionAnswers, noAnswers } from '../decisions/decision-answers.ts';
import { inTurn, type Line } from './lines.ts';
import { daysAfter } from './days.ts';
import { decisionMakers } from './people.table.ts';
import { conditions, refusals } from './texts.table.ts';

const deciders: readonly Decider[] = [
  'regional_director',
  'regional_director',
  'deputy_director',
  'grade_6',
  'another_regional_director',
  'minister',
  'none',
];

/** What was answered on the pages of the decision, if one was made. */
export function answersOf({ outcome, number, route }: Line, date: IsoDate): DecisionAnswers | null {
  if (!outcome) return null;
  const decidedBy = outcome === 'dao_revoked' ? 'minister' : inTurn(deciders, number);
  return {
    ...noAnswers,
    ...{ outcome, date, decidedBy },
    deciderName: decidedBy === 'none' ? null : inTurn(decisionMakers, number),
    conditions: outcome === 'approved_with_conditions' ? inTurn(conditions, number) : null,
    reasons: isApproval(outcome) ? [] : [inTurn(refusals[outcome], number)],
    confirmations: outcome === 'dao_revoked' ? Object.keys(confirmations) : [],
    academyOrderDate: isApproval(outcome) && route === 'voluntary' && number % 2 === 0 ? daysAfter(date, 3) : null,
  };
}
