import { isFilled, type Task, type TaskAnswer } from '@academies/complete';
import type { IsoDate, TaskAnswers } from '@academies/contracts';
import { isAsked } from '@academies/forms';
import { inTurn } from './days.ts';
import { plainAnswers } from './texts.table.ts';

/** What fills a demo project's tasks. */
export interface Filling {
  readonly day: IsoDate;
  readonly turn: number;
  readonly academyName: string;
}

/** Answers that fill a task, field by field: the first that each accepts. Dates to confirm and contacts come otherwise. */
export function inventedAnswers(
  { fields, command }: Task,
  { day, turn, academyName }: Filling,
): TaskAnswers['answers'] {
  const answers: TaskAnswers['answers'] = {};
  for (const [name, field] of Object.entries(fields)) {
    if (name === command?.field || !isAsked(field, answers)) continue;
    const { choices = {} } = field.options as { choices?: Readonly<Record<string, string>> };
    const words = name === 'name' ? academyName : (plainAnswers[name] ?? 'Agreed with everybody.');
    const chosen = Object.keys(choices).length > 0 ? [inTurn(Object.keys(choices), turn)] : [];
    const offers: TaskAnswer[] = [...chosen, turn % 2 === 0, true, 30 * (1 + (turn % 7)), words, day];
    const fitting = offers.find((offer) => field.accepts(offer) && isFilled(field, name, offer));
    if (fitting !== undefined) answers[name] = fitting;
  }
  return answers;
}
