import { answersTo, tasksOf } from '@academies/complete';
import type { CompleteProject, IsoDate } from '@academies/contracts';
import { inWords } from '@academies/web';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';

/** A project that somebody runs, and what happened there. */
export interface RunProject {
  readonly project: CompleteProject;
  readonly school: string | null;
  /** The day of the last change, by whomever. */
  readonly lastChange: IsoDate;
  /** What others changed or noted since the person last opened it. */
  readonly news: number;
  readonly newest: IsoDate | null;
}

/** Something to do next, and the day by which it is ordered. */
export interface ToDo {
  readonly day: IsoDate;
  readonly text: string;
  /** The part of the project where it is done. */
  readonly at: string;
  /** What others did is worth a look, and nothing that is due. */
  readonly isNews?: boolean;
}

type Rule = (run: RunProject, today: IsoDate) => ToDo | readonly ToDo[] | undefined | false;

const quietWeeks = 6;
const later = (day: IsoDate, { days = 0, months = 0 }): IsoDate =>
  format(addMonths(addDays(day, days), months), 'yyyy-MM-dd');

/** A date that passed and that nobody confirmed. */
const passedUnconfirmed: Rule = ({ project: { significantDate, dateConfirmed, kind } }, today) =>
  !dateConfirmed &&
  significantDate <= today && {
    day: significantDate,
    text: `The provisional date, ${inWords.month(significantDate)}, has passed. Confirm the ${kind} date`,
    at: '/tasks/stakeholder_kick_off',
  };

/** The task that says that everything is ready for the day. */
const readiness = {
  conversion: { task: 'all_conditions_met', lacking: 'Not all conditions are met' },
  transfer: { task: 'authority_to_proceed', lacking: 'There is no authority to proceed' },
};

/** The day is within a month, or over, and it is not said that everything is ready. */
const notReady: Rule = ({ project }, today) => {
  const { kind, dateConfirmed, significantDate } = project;
  const { task, lacking } = readiness[kind];
  if (!dateConfirmed || significantDate > later(today, { months: 1 })) return undefined;
  if (answersTo(project, task).answers['confirmed'] === true) return undefined;
  const when = significantDate > today ? 'is on' : 'was on';
  return {
    day: significantDate,
    text: `${lacking}, and the ${kind} ${when} ${inWords.date(significantDate)}`,
    at: `/tasks/${task}`,
  };
};

/** Tasks that wait for somebody. */
const waiting: Rule = ({ project }) =>
  tasksOf[project.kind].flatMap(({ name, title }) => {
    const { waitingFor } = answersTo(project, name);
    return waitingFor
      ? [
          {
            day: waitingFor.since,
            text: `${title}: waiting for ${waitingFor.whom} since ${inWords.date(waitingFor.since)}`,
            at: `/tasks/${name}`,
          },
        ]
      : [];
  });

const others: Rule = ({ news, newest }) =>
  newest !== null && {
    day: newest,
    text: `${news === 1 ? '1 change' : `${news} changes`} by others since you last opened it`,
    at: '/history',
    isNews: true,
  };

/** Nothing happened for six weeks. */
const quiet: Rule = ({ lastChange }, today) =>
  later(lastChange, { days: quietWeeks * 7 }) <= today && {
    day: later(lastChange, { days: quietWeeks * 7 }),
    text: `Nothing has happened for ${Math.floor(differenceInCalendarDays(today, lastChange) / 7)} weeks`,
    at: '',
  };

const always = [passedUnconfirmed, waiting, others];
/** Not while the project is on hold: then nothing is meant to happen. */
const running = [notReady, quiet];

/** What somebody has to do next, by date, the oldest first (docs/domain/complete-pages.md, "Yours and your team's"). */
export const toDoNext = (projects: readonly RunProject[], today: IsoDate) =>
  projects
    .flatMap((run) =>
      [...always, ...(run.project.onHold ? [] : running)]
        .flatMap((rule) => rule(run, today) || [])
        .map((toDo) => ({ ...toDo, project: run.project, school: run.school })),
    )
    .sort((one, other) => one.day.localeCompare(other.day));
