import type { RowFacts } from '../rows/row-facts.ts';
import { date, unconfirmed, yesNo } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { as, from, taskOf } from './sources.ts';

const provisional = ({ project }: RowFacts) => date(project.provisionalDate);
const confirmed = ({ project }: RowFacts) => (project.dateConfirmed ? date(project.significantDate) : unconfirmed);
const happened = (task: string) => (facts: RowFacts) => {
  const day = taskOf(facts.project, task).answer(task);
  return day === null ? unconfirmed : date(String(day));
};

/** When the school converts or the academy moves, and how sure that is. */
export const datesColumns = group('dates', [
  column('significant_date', {
    heading: 'Conversion or transfer date',
    meaning: 'The date on which the school is to convert or the academy is to move, as it now stands.',
    source: from.project,
    format: format('date', 'date: the date that now holds, provisional or confirmed'),
    cell: ({ project }) => date(project.significantDate),
  }),
  column('significant_date_confirmed', {
    heading: 'Date confirmed',
    meaning: 'Whether everybody concerned has agreed that date.',
    source: from.project,
    format: format('yes or no', '`yes` or `no`'),
    cell: ({ project }) => yesNo(project.dateConfirmed),
  }),
  column('provisional_conversion_date', {
    heading: 'Provisional conversion date',
    meaning: 'The conversion date that was proposed when the project was approved.',
    source: from.project,
    format: as.proposedDate,
    of: 'conversion',
    cell: provisional,
  }),
  column('confirmed_conversion_date', {
    heading: 'Confirmed conversion date',
    meaning: 'The conversion date that everybody concerned has agreed.',
    source: from.project,
    format: as.confirmedDate,
    of: 'conversion',
    cell: confirmed,
  }),
  column('provisional_transfer_date', {
    heading: 'Provisional transfer date',
    meaning: 'The transfer date that was proposed when the project was approved.',
    source: from.project,
    format: as.proposedDate,
    of: 'transfer',
    cell: provisional,
  }),
  column('confirmed_transfer_date', {
    heading: 'Confirmed transfer date',
    meaning: 'The transfer date that everybody concerned has agreed.',
    source: from.project,
    format: as.confirmedDate,
    of: 'transfer',
    cell: confirmed,
  }),
  column('date_academy_opened', {
    heading: 'Date the conversion happened',
    meaning: 'The day on which the school really opened as an academy.',
    source: from.tasks,
    format: as.happened,
    of: 'conversion',
    cell: happened('date_opened'),
  }),
  column('date_academy_transferred', {
    heading: 'Date the transfer happened',
    meaning: 'The day on which the academy really moved to its new trust.',
    source: from.tasks,
    format: as.happened,
    of: 'transfer',
    cell: happened('date_transferred'),
  }),
]);
