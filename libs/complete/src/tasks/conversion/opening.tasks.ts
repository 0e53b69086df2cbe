import { completed } from '../task/shared.tasks.ts';
import { steps, task } from '../task/task.ts';

/** Getting ready for the opening of an academy. */
export const conversionOpening = [
  task('bank_account', {
    title: 'New bank account details',
    guidance: 'Funding is paid to the account of the academy from its first day.',
    fields: steps({ received: 'Details received', saved: "Details saved in the school's SharePoint folder" }),
  }),
  task('school_completed_actions', {
    title: 'Confirm the school has completed all actions',
    fields: steps({
      emailed: 'Ask the school whether it has done all that it must do',
      saved: "Save the answer in the school's SharePoint folder",
    }),
  }),
  task('all_conditions_met', {
    title: 'Confirm all conditions have been met',
    guidance: 'Only when everything that had to happen before the opening has happened.',
    fields: steps({
      information_shared: 'Share the information about the opening with the teams that need it',
      confirmed: 'All conditions have been met',
    }),
  }),
  task('tupe_consultation', {
    title: 'TUPE consultation',
    guidance: "Staff are asked about the move of their contracts (Transfer of Undertakings, 'TUPE').",
    optional: true,
    fields: completed('The consultation is completed'),
  }),
  task('dbs_checks', {
    title: 'DBS checks',
    guidance: 'The Disclosure and Barring Service checks the members and trustees.',
    fields: completed('The checks are completed'),
  }),
];
