import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  type DateReason,
  earlierDateReasons,
  FirstOfMonth,
  type IsoDate,
  type Kind,
  laterDateReasons,
  refused,
  wrongDateReasons,
} from '@academies/contracts';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';
import { answersTo } from '../project/task-answers.ts';

/** Another month for a project whose date was confirmed, with at least one reason and a detail for each. */
export interface ChangeDate extends CommandContext {
  readonly date: IsoDate;
  readonly reasons: readonly { readonly reason: DateReason; readonly detail: string }[];
}

/** The reasons that fit: other ones for an earlier date than for a later (docs/domain/complete.md, "Dates"). */
export const dateReasonsFor = (kind: Kind, from: IsoDate, to: IsoDate): readonly DateReason[] =>
  to < from ? earlierDateReasons : [...laterDateReasons(kind), 'advisory_board_conditions'];

/** Why the date cannot be changed to this one, whatever the reasons. */
export function whyNotThatDate(project: CompleteProject, date: IsoDate) {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (!project.dateConfirmed) return refused('Confirm the date in the task External stakeholder kick-off first');
  if (!FirstOfMonth.safeParse(date).success) return refused('Enter a month and year', 'date');
  if (date === project.significantDate) return refused('Enter another month than the one that holds now', 'date');
  return undefined;
}

/** After its first confirmation a date changes by reasons alone; each value stays in the history (docs/domain/complete.md, "Dates"). */
export function changeDate(
  project: CompleteProject,
  { date, reasons, by, at }: ChangeDate,
): CommandResult<CompleteProject> {
  const not = whyNotThatDate(project, date);
  if (not) return not;
  const previous = project.significantDate;
  const fitting = dateReasonsFor(project.kind, previous, date);
  const wrong = wrongDateReasons(reasons, { from: previous, to: date, fitting });
  if (wrong) return { problems: [wrong] };
  const change = { previous, date, reasons: [...reasons], by, at };
  return changeProject(project, { significantDate: date, dateHistory: [...project.dateHistory, change] }, by);
}

/** What is odd about a new date and may be right all the same: it is past, or before what the payroll needs. */
export function dateWarnings(project: CompleteProject, date: IsoDate, today: IsoDate): string[] {
  const { deadline } = answersTo(project, 'payroll_deadline').answers;
  return [
    ...(date < `${today.slice(0, 7)}-01` ? ['This month has passed already.'] : []),
    ...(typeof deadline === 'string' && date < deadline
      ? ["This month begins before the project's payroll deadline."]
      : []),
  ];
}
