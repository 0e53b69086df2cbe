import type { TheProject } from '../rows/row-facts.ts';
import { format } from './format.ts';

/** Where a column's value comes from, in the words of the data dictionary. */
export const from = {
  project: 'the project',
  complete: 'the project in Complete',
  prepare: 'the project in Prepare',
  tasks: 'task answers of the project',
  contacts: 'contacts of the project',
  handover: 'the handover',
  school: 'the school (for a transfer, the academy that moves), by the project URN, from the register',
  academy: 'the new academy, by the project academy URN, from the register',
  incomingTrust:
    'the incoming trust, by UKPRN, from the register; for a form-a-MAT project without UKPRN, the proposed trust on the project',
  outgoingTrust: 'the outgoing trust, by UKPRN, from the register',
  authorityInRegister: 'the local authority of the school, from the register',
  authorityInComplete: 'the local authority of the school, kept in Complete',
  constituency: "the member of parliament of the school's constituency, from the register",
} as const;

/** Formats that many columns share. */
export const as = {
  text: 'text; blank if none',
  identifier: format('identifier', 'text; blank if none'),
  link: format('link', 'text; blank if none'),
  date: format('date', 'date'),
  answer: format(
    'yes or no',
    '`yes` or `no`; `unconfirmed` while nobody has answered (never `no` for an unanswered question)',
  ),
  ticked: format('yes or no', '`yes` when ticked, else `unconfirmed`'),
  capacity: format('count', 'whole number; `not applicable`; blank while unanswered'),
  confirmedDate: format('date', 'date; `unconfirmed` while the date is provisional'),
  proposedDate: format(
    'date',
    'date: the proposed date as it stood at approval, which never changes afterwards; before approval the present proposed date',
  ),
  happened: format('date', 'date, or `unconfirmed`'),
  dfeNumber: format(
    'identifier',
    'local authority code / establishment number, as in 211/4012; blank if either part is missing',
  ),
  academy:
    'text; `unconfirmed` until the academy URN is known; `not applicable` for a transfer that asks for no new record',
  academyNumber: format(
    'identifier',
    'text; `unconfirmed` until the academy URN is known; `not applicable` for a transfer that asks for no new record',
  ),
  unassigned: 'text; `unassigned` if nobody is',
  kindOfTrust: '`joining a MAT` or `forming a MAT`',
  primary: 'the contact marked primary for that organisation; blank if none',
  mainContact: 'the contact chosen in the main contact task; blank if none',
  everyContact: format('list', 'every contact of that kind, in name order, joined with `; `'),
  sameContact: 'of the same contact; blank if none',
} as const;

type Value = string | number | boolean | null;

/** One task of a project as columns ask for it. Before Complete has the project, nothing is answered. */
export interface AnsweredTask {
  /** Somebody said that the task does not apply. Answers typed before that are kept and not shown. */
  readonly notApplicable: boolean;
  readonly answer: (field: string) => Value;
  readonly ticked: (...fields: string[]) => boolean;
}

/** Looks a task up by its name in docs/domain/tasks.csv. */
export function taskOf(project: TheProject, name: string): AnsweredTask {
  const task = project.tasks[name];
  const answer = (field: string): Value => {
    const value = task?.answers[field];
    return value === undefined || value === '' ? null : value;
  };
  return {
    notApplicable: task?.notApplicable ?? false,
    answer,
    ticked: (...fields) => fields.every((field) => answer(field) === true),
  };
}

/** A transfer whose task says so asks for no new record: the academy keeps its URN. */
export const asksForNewRecord = (project: TheProject): boolean =>
  project.kind === 'conversion' || !taskOf(project, 'new_urn_and_record').notApplicable;
