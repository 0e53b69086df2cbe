import { yesOrNo } from '@academies/forms';
import { steps, task } from '../task/task.ts';

/** Getting ready for a transfer. */
export const transferReady = [
  task('bank_details', {
    title: 'Confirm whether the bank details for the general annual grant need to change',
    fields: { changing: yesOrNo({ label: 'Do the bank details need to change?' }) },
  }),
  task('incoming_trust_completed_actions', {
    title: 'Confirm the incoming trust has completed all actions',
    fields: steps({
      emailed: 'Ask the incoming trust whether it has done all that it must do',
      saved: "Save the answer in the academy's SharePoint folder",
    }),
  }),
  task('authority_to_proceed', {
    title: 'Confirm this transfer has authority to proceed',
    fields: steps({
      information_changed_checked: 'Check whether anything has changed since the decision',
      baseline_sheet_approved: 'The baseline sheet is approved',
      confirmed: 'The transfer has authority to proceed',
    }),
  }),
];
