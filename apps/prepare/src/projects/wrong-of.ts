import type { Problem } from '@academies/contracts';
import type { WrongAnswers } from '@academies/web';
import { changedMeanwhile } from './change-project.ts';

/** The part of a form that says what is wrong with its answers. */
export interface AnyForm {
  readonly fields: object;
  wrong(messages: never): WrongAnswers;
}

/** The problems of a rule on its form: at the field that each names, else at the first one or at none. */
export function wrongOf(form: AnyForm, problems: readonly Problem[]): WrongAnswers {
  const [first = ''] = Object.keys(form.fields);
  const messages: Record<string, string> = {};
  for (const { field, message } of problems) {
    const at = field === undefined ? '' : field in form.fields ? field : first;
    messages[at] = messages[at] ? `${messages[at]}. ${message}` : message;
  }
  const wrong = form.wrong(messages as never);
  wrong.isOutdated = problems.some(({ message }) => message === changedMeanwhile);
  return wrong;
}
