import type { RowFacts } from '../rows/row-facts.ts';
import { type Cell, date, none, number, text, inWords, notApplicable, unconfirmed, yesNo } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { as, from, type AnsweredTask, taskOf } from './sources.ts';

/** Reads one task (by its name in docs/domain/tasks.csv). */
const inTask = (name: string, cell: (task: AnsweredTask) => Cell) => (facts: RowFacts) =>
  cell(taskOf(facts.project, name));

/** `not applicable` when the task is marked so, else what the answer says. */
const unlessNotApplicable = (cell: (task: AnsweredTask) => Cell) => (task: AnsweredTask) =>
  task.notApplicable ? notApplicable : cell(task);

const choiceIn = (field: string, words: Readonly<Record<string, string>> = {}) =>
  unlessNotApplicable((task) => {
    const chosen = task.answer(field);
    return chosen === null ? unconfirmed : text(words[String(chosen)] ?? inWords(String(chosen)));
  });

const whenTicked = (field: string) => (task: AnsweredTask) => (task.ticked(field) ? text('yes') : unconfirmed);

const pupils = (field: string) =>
  inTask(
    'proposed_capacity',
    unlessNotApplicable((task) => {
      const places = task.answer(field);
      return places === null ? none : number(String(places));
    }),
  );

const declaration = 'declaration_of_expenditure';

/** What the caseworker's tasks have brought to light. */
export const tasksColumns = group('tasks', [
  column('risk_protection_arrangement', {
    heading: 'Risk protection arrangement',
    meaning: 'How the new academy is protected against risks: in one of the two arrangements, or by insurance.',
    source: from.tasks,
    format: '`standard`, `church or trust`, `commercial`; `unconfirmed` while unanswered',
    of: 'conversion',
    cell: inTask('risk_protection_arrangement', choiceIn('option')),
  }),
  column('risk_protection_arrangement_reason', {
    heading: 'Reason for commercial insurance',
    meaning: 'Why the academy takes commercial insurance.',
    source: from.tasks,
    format: 'text; `not applicable` unless commercial',
    of: 'conversion',
    cell: inTask('risk_protection_arrangement', (task) =>
      task.answer('option') === 'commercial' ? text(task.answer('reason')?.toString()) : notApplicable,
    ),
  }),
  column('all_conditions_met', {
    heading: 'All conditions met',
    meaning: 'Whether everything that the conversion depends on is done.',
    source: from.tasks,
    format: as.ticked,
    of: 'conversion',
    cell: inTask('all_conditions_met', whenTicked('confirmed')),
  }),
  column('declaration_of_expenditure_received_date', {
    heading: 'Date the declaration of expenditure certificate was received',
    meaning: 'The day on which the certificate came that says how the grant was spent.',
    source: from.tasks,
    format: format('date', 'date, or `unconfirmed`; `not applicable` when the task is marked so'),
    cell: inTask(
      declaration,
      unlessNotApplicable((task) => {
        const day = task.answer('date_received');
        return day === null ? unconfirmed : date(String(day));
      }),
    ),
  }),
  column('proposed_capacity_reception_to_year_6', {
    heading: 'Proposed capacity for pupils in reception to year 6',
    meaning: 'Places that the academy plans from reception to year 6.',
    source: from.tasks,
    format: as.capacity,
    of: 'conversion',
    cell: pupils('reception_to_year_6'),
  }),
  column('proposed_capacity_years_7_to_11', {
    heading: 'Proposed capacity for pupils in years 7 to 11',
    meaning: 'Places that the academy plans from year 7 to year 11.',
    source: from.tasks,
    format: as.capacity,
    of: 'conversion',
    cell: pupils('years_7_to_11'),
  }),
  column('proposed_capacity_year_12_and_above', {
    heading: 'Proposed capacity for students in year 12 or above',
    meaning: 'Places that the academy plans from year 12 on.',
    source: from.tasks,
    format: as.capacity,
    of: 'conversion',
    cell: pupils('year_12_and_above'),
  }),
  column('authority_to_proceed', {
    heading: 'Authority to proceed',
    meaning: 'Whether the transfer may go ahead.',
    source: from.tasks,
    format: as.ticked,
    of: 'transfer',
    cell: inTask('authority_to_proceed', whenTicked('confirmed')),
  }),
  column('sponsored_grant_type', {
    heading: 'Project route and sponsored grant type',
    meaning: 'The grant that a sponsored conversion gets; a voluntary one has no claim to it.',
    source: from.tasks,
    format:
      '`fast track`, `intermediate`, `full sponsored`; `voluntary converter - not eligible` when the task is not applicable; else `unconfirmed`',
    of: 'conversion',
    cell: inTask('sponsored_support_grant', (task) =>
      task.notApplicable ? text('voluntary converter - not eligible') : choiceIn('type')(task),
    ),
  }),
  column('request_new_urn_and_record', {
    heading: 'New URN/record requested',
    meaning: 'Whether the academy gets a new number with its move, and all is done for it.',
    source: from.tasks,
    format: '`confirmed` when all its actions are done, `not applicable`, else `unconfirmed`',
    of: 'transfer',
    cell: inTask(
      'new_urn_and_record',
      unlessNotApplicable((task) => (task.ticked('complete', 'receive', 'give') ? text('confirmed') : unconfirmed)),
    ),
  }),
  column('bank_details_changing', {
    heading: 'Bank details changing',
    meaning: 'Whether the general annual grant will go to another bank account.',
    source: from.tasks,
    format: as.answer,
    of: 'transfer',
    cell: inTask('bank_details', (task) => {
      const answer = task.answer('changing');
      return yesNo(answer === null ? null : answer === true || answer === 'yes');
    }),
  }),
  column('academy_surplus_deficit', {
    heading: 'Is the academy in surplus or deficit?',
    meaning: 'Whether the academy has money left or owes some.',
    source: from.tasks,
    format: '`surplus`, `deficit`, `not applicable`, else `unconfirmed`',
    of: 'transfer',
    cell: inTask('financial_information', choiceIn('academy_surplus_deficit')),
  }),
  column('trust_surplus_deficit', {
    heading: 'Is the incoming trust in surplus or deficit?',
    meaning: 'Whether the trust that the academy goes to has money left or owes some.',
    source: from.tasks,
    format: '`surplus`, `deficit`, `not applicable`, else `unconfirmed`',
    of: 'transfer',
    cell: inTask('financial_information', choiceIn('trust_surplus_deficit')),
  }),
  column('transfer_grant_level', {
    heading: 'Transfer grant level',
    meaning: 'The level of grant that the transfer gets.',
    source: from.tasks,
    format:
      '`standard transfer grant`, `fast track`, `intermediate`, `full sponsored`; `not applicable`; else `unconfirmed`',
    of: 'transfer',
    cell: inTask('transfer_grant_level', choiceIn('type', { standard: 'standard transfer grant' })),
  }),
  column('confirmed_academy_name', {
    heading: 'Confirmed name of the academy',
    meaning: 'The name that the new academy will carry, as the school has confirmed it.',
    source: from.tasks,
    format: 'text; `unconfirmed` while unanswered',
    of: 'conversion',
    cell: inTask('academy_name', (task) => {
      const name = task.answer('name');
      return name === null ? unconfirmed : text(String(name));
    }),
  }),
]);
