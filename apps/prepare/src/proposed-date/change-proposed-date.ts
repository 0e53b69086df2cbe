import {
  type CommandContext,
  type CommandResult,
  type DateReason,
  earlierDateReasons,
  type IsoDate,
  type Kind,
  laterDateReasons,
  wrongDateReasons,
} from '@academies/contracts';
import { changeFields } from '../project/change-fields.ts';
import type { Project } from '../project/project.ts';
import type { SummaryPart } from '../project/summary.ts';
import { judgeNewDate } from './judge-new-date.ts';

/** A new conversion or transfer date, with at least one reason unless it is the first. */
export interface ChangeProposedDate extends CommandContext {
  readonly date: IsoDate;
  readonly reasons: readonly { reason: DateReason; detail: string }[];
}

/** The proposed date as a part of the project: its row, its task, its lock. */
export const proposedDatePart: SummaryPart = {
  name: 'proposed-date',
  label: 'Proposed date',
  group: 'Dates',
  unlockedWith: ['proposed-date'],
  applies: () => true,
  answers: ({ proposedDate }) => [proposedDate],
  rows: ({ kind, proposedDate }) => [{ key: `Proposed ${kind} date`, date: proposedDate }],
};

/** The reasons that fit a change: other ones for an earlier date than for a later (docs/domain/prepare.md, "Date changes"). */
export const reasonsFor = (kind: Kind, from: IsoDate, to: IsoDate): readonly DateReason[] =>
  to < from ? earlierDateReasons : laterDateReasons(kind);

/** Changes the proposed conversion or transfer date; every value is kept, with who, when and why. */
export function changeProposedDate(
  project: Project,
  { date, reasons, by, at, today }: ChangeProposedDate,
): CommandResult<Project> {
  const { kind, proposedDate, dateHistory } = project.facts;
  const problem = judgeNewDate(project.facts, date, today);
  if (problem) return { problems: [problem] };
  if (proposedDate !== null) {
    const fitting = reasonsFor(kind, proposedDate, date);
    const wrong = wrongDateReasons(reasons, { from: proposedDate, to: date, fitting });
    if (wrong) return { problems: [wrong] };
  }
  const change = { previous: proposedDate, date, reasons: proposedDate === null ? [] : [...reasons], by, at };
  return changeFields(project, {
    part: proposedDatePart,
    change: { proposedDate: date, dateHistory: [...dateHistory, change] },
    by,
  });
}
