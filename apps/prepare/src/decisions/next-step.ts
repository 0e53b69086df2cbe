import type { IsoDate, PreparedProject } from '@academies/contracts';
import type { DecisionAnswers } from './decision-answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { type StepName, stepNames, steps } from './steps.table.ts';

/** The pages that are due, in their order. */
export const dueSteps = (answers: DecisionAnswers, project: PreparedProject): StepName[] =>
  stepNames.filter((name) => steps[name].due(answers, project));

/** What follows a page: the next one that is due; from the check page back there, unless something is now unanswered. */
export function nextStep(
  from: StepName,
  {
    answers,
    project,
    today,
    changing,
  }: { answers: DecisionAnswers; project: PreparedProject; today: IsoDate; changing: boolean },
): StepName | 'check' {
  const due = dueSteps(answers, project);
  const wrong = judgeAnswers(answers, project, today).map(({ field }) => field);
  const unanswered = due.find((name) => wrong.includes(name));
  if (changing) return unanswered ?? 'check';
  return due[due.indexOf(from) + 1] ?? unanswered ?? 'check';
}

/** The page before, for its back link. */
export function stepBefore(name: StepName, answers: DecisionAnswers, project: PreparedProject): StepName | undefined {
  const due = dueSteps(answers, project);
  return due[due.indexOf(name) - 1];
}
