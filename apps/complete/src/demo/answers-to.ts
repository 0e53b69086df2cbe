import type { Task, TaskField } from '@academies/complete';
import type { IsoDate, TaskAnswers } from '@academies/contracts';
import { inTurn } from './days.ts';
import { plainAnswers } from './texts.table.ts';

type Answers = TaskAnswers['answers'];

/** What fills a demo project's tasks. */
export interface Filling {
  readonly day: IsoDate;
  readonly turn: number;
  readonly academyName: string;
}

/** Answers that fill a task, field by field, of each kind what fits. */
export function answersTo(task: Task, filling: Filling): Answers {
  const answers: Answers = {};
  for (const [name, field] of Object.entries(task.fields)) {
    const answer = field.isAsked(answers) ? answerTo(name, field, filling) : undefined;
    if (answer !== undefined) answers[name] = answer;
  }
  return answers;
}

function answerTo(name: string, field: TaskField, { day, turn, academyName }: Filling): Answers[string] | undefined {
  switch (field.kind) {
    case 'tick':
      return true;
    case 'yes_no':
      return turn % 2 === 0;
    case 'choice':
      return inTurn(field.choices ?? [], turn);
    case 'number':
      return 30 * (1 + (turn % 7));
    case 'date':
      return day;
    case 'text':
      return name === 'name' ? academyName : (plainAnswers[name] ?? 'Agreed with everybody.');
    default:
      return undefined; // months and contacts have rules of their own
  }
}
