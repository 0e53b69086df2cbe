import type { CompleteProject, IsoDate } from '@academies/contracts';
import { answersTo } from '../project/task-answers.ts';
import { taskNamed } from '../tasks/task-list.ts';
import { taskStatus } from '../tasks/task-status.ts';

/** What stands between a project and its completion: in words, and the part of the project where it is done. */
export interface Missing {
  readonly message: string;
  readonly fixOn: string;
}

/** What is known beside the project itself. */
export interface CompletionFacts {
  readonly today: IsoDate;
  /** Whether the register has the incoming trust's UKPRN. */
  readonly trustInRegister: boolean;
}

type Sentence = (project: CompleteProject, facts: CompletionFacts) => Missing | false;

const answered = (project: CompleteProject, task: string, field: string): boolean => {
  const answer = answersTo(project, task).answers[field];
  return answer !== undefined && answer !== null && answer !== false && answer !== '';
};
const task =
  (name: string, field: string, message: string): Sentence =>
  (project) =>
    !answered(project, name, field) && { message, fixOn: name };

const dateIsConfirmed: Sentence = ({ dateConfirmed, kind }) =>
  !dateConfirmed && { message: `Confirm the ${kind} date`, fixOn: 'stakeholder_kick_off' };
const dateHasCome: Sentence = ({ dateConfirmed, significantDate, kind }, { today }) =>
  dateConfirmed && significantDate > today && { message: `The ${kind} date is still in the future`, fixOn: 'dates' };
const trustIsKnown: Sentence = ({ incomingTrust }, { trustInRegister }) =>
  !(incomingTrust.ukprn && trustInRegister) && {
    message: "Enter the incoming trust's UKPRN, as the register has it",
    fixOn: 'about',
  };
const isNotOnHold: Sentence = ({ onHold }) => onHold !== null && { message: 'The project is on hold', fixOn: 'hold' };

const everyProject: readonly Sentence[] = [dateIsConfirmed, dateHasCome, trustIsKnown, isNotOnHold];

const expenditureIsDeclared: Sentence = (project, facts) => {
  const declaration = taskNamed('transfer', 'declaration_of_expenditure');
  if (declaration && taskStatus(project, declaration) === 'not_applicable') return false;
  return task(
    'declaration_of_expenditure',
    'date_received',
    'Receive the declaration of expenditure certificate',
  )(project, facts);
};

const byKind: Readonly<Record<CompleteProject['kind'], readonly Sentence[]>> = {
  conversion: [
    task('all_conditions_met', 'confirmed', 'Confirm that all conditions have been met'),
    task('date_opened', 'date_opened', 'Enter the date the academy opened'),
  ],
  transfer: [
    task('authority_to_proceed', 'confirmed', 'Confirm that the transfer has authority to proceed'),
    task('date_transferred', 'date_transferred', 'Enter the date the academy transferred'),
    expenditureIsDeclared,
  ],
};

/** All that is missing before the project can be completed, not only the first (docs/domain/complete.md, "States"). */
export const missingForCompletion = (project: CompleteProject, facts: CompletionFacts): Missing[] =>
  [...everyProject, ...byKind[project.kind]].map((sentence) => sentence(project, facts)).filter((one) => one !== false);
