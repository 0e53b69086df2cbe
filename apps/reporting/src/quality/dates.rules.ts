import { dateInWords, daysAfter } from '@academies/contracts';
import { menders } from './menders.ts';
import { monthsBefore, type Rule, workingDaysAfter } from './rule.ts';

/** What is late, or not yet known when money needs it. */
export const dateRules: readonly Rule[] = [
  {
    name: 'date-passed',
    title: 'The date has passed and is still provisional',
    level: 'stops money',
    columns: ['significant_date', 'significant_date_confirmed'],
    mend: menders.date,
    finds: ({ facts: { project } }) =>
      project.significantDate !== null && !project.dateConfirmed
        ? `${dateInWords(project.significantDate)} is provisional and has passed`
        : undefined,
    from: ({ facts: { project } }) => project.significantDate && daysAfter(project.significantDate, 1),
  },
  {
    name: 'academy-urn-missing',
    title: 'The academy has no URN',
    level: 'stops money',
    columns: ['academy_urn'],
    mend: menders.academyUrn,
    finds: ({ facts, cell }) =>
      facts.complete && cell('academy_urn') === 'unconfirmed' ? 'The URN of the new academy is unconfirmed' : undefined,
    from: ({ facts: { project } }) => monthsBefore(project.significantDate, 2),
  },
  {
    name: 'date-before-decision',
    title: 'The date is before the decision',
    level: 'needs a look',
    columns: ['significant_date', 'advisory_board_date'],
    mend: menders.date,
    finds: ({ facts: { project } }) =>
      project.significantDate && project.advisoryBoardDate && project.significantDate < project.advisoryBoardDate
        ? `${dateInWords(project.significantDate)} is before the decision on ${dateInWords(project.advisoryBoardDate)}`
        : undefined,
  },
  {
    name: 'handover-waits',
    title: 'The handover waits for its details',
    level: 'stops money',
    columns: ['complete_state', 'handover_date'],
    mend: menders.handoverDetails,
    finds: ({ facts: { completeState, handover } }) =>
      completeState === 'inactive' && handover.createdOn
        ? `Handed over on ${dateInWords(handover.createdOn)}, and nobody has added the details`
        : undefined,
    from: ({ facts: { handover } }) => handover.createdOn && daysAfter(workingDaysAfter(handover.createdOn, 2), 1),
  },
];
