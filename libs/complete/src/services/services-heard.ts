import { countParkedKeys, type Counts, subscription } from '@academies/messaging';
import { mailStateOf } from '@academies/mail';
import { countOpenRejections } from '../handover/rejected-handovers.ts';

/** What Complete says with its watermark, whichever of the processes in its database says it. */
export const completeCounts: Counts = {
  parked_keys: countParkedKeys,
  rejected_handovers: countOpenRejections,
  mails_not_sent: async (em) => (await mailStateOf(em)).notSent,
};

/**
 * What Complete hears of every service, itself too. A group of its own: it goes on listening while approvals wait for
 * something.
 */
export const servicesHeard = subscription({
  group: 'complete-services',
  topics: { watermarks: { 'watermark.advanced.v1': 'handled' } },
});
