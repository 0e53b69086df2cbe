import type { RowFacts } from '../rows/row-facts.ts';
import { date, text, joined } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { from } from './sources.ts';

const inDictionary: Record<RowFacts['handover']['state'], string> = {
  not_due: 'not due',
  waiting: 'waiting',
  held_up: 'held up',
  created: 'created',
  rejected: 'rejected',
  deleted: 'deleted in Complete',
};

/** How far the way from Prepare to Complete has come. */
export const handoverColumns = group('handover', [
  column('handover_state', {
    heading: 'Handover state',
    meaning: 'How far an approved project has come on its way from Prepare to Complete.',
    source: from.handover,
    format: '`not due`, `waiting`, `held up`, `created`, `rejected`, `deleted in Complete`',
    cell: ({ handover }) => text(inDictionary[handover.state]),
  }),
  column('handover_date', {
    heading: 'Date created in Complete',
    meaning: 'The day on which the approval became a project in Complete.',
    source: from.handover,
    format: format('date', 'date; blank until created'),
    cell: ({ handover }) => date(handover.createdOn),
  }),
  column('handover_rejected_reasons', {
    heading: 'Reasons the handover was rejected',
    meaning: 'Everything that has to be fixed before the project can be handed over again.',
    source: from.handover,
    format: format('list', 'in words, joined with `; `; blank unless rejected'),
    cell: ({ handover }) => joined(handover.rejectedReasons),
  }),
]);
