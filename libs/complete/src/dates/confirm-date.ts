import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  type DateChange,
  FirstOfMonth,
  type IsoDate,
  refused,
} from '@academies/contracts';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';
import { answersTo } from '../project/task-answers.ts';

const task = 'stakeholder_kick_off';

/** The stakeholder kick-off confirms the date the first time; afterwards it changes by reasons (docs/domain/complete.md, "Dates"). */
export function confirmDate(
  project: CompleteProject,
  { date, by, at }: CommandContext & { date: IsoDate },
): CommandResult<CompleteProject> {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (project.dateConfirmed) return refused('The date has been confirmed already. Change the date instead', 'date');
  if (!FirstOfMonth.safeParse(date).success) return refused('Enter a month and year', 'date');
  const answers = answersTo(project, task);
  const entry: DateChange = {
    previous: project.significantDate,
    date,
    reasons: [{ reason: 'stakeholder_kick_off', detail: 'Confirmed at the external stakeholder kick-off' }],
    by,
    at,
  };
  return changeProject(
    project,
    {
      significantDate: date,
      dateConfirmed: true,
      dateHistory: [...project.dateHistory, entry],
      tasks: {
        ...project.tasks,
        [task]: { ...answers, answers: { ...answers.answers, confirmed_date: date } },
      },
    },
    by,
  );
}
