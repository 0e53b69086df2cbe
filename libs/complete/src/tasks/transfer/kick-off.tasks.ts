import { month, radios } from '@academies/forms';
import { confirmsDate } from '../task/commands.ts';
import {
  handover,
  headteacher,
  incomingTrustCeo,
  mainContact,
  outgoingTrustCeo,
  riskProtection,
} from '../task/shared.tasks.ts';
import { steps, task } from '../task/task.ts';

const surplusOrDeficit = (label: string) =>
  radios({ label, choices: { surplus: 'Surplus', deficit: 'Deficit' }, inline: true });

/** Project kick-off of a transfer. A new task or field is one entry. */
export const transferKickOff = [
  handover,
  task('stakeholder_kick_off', {
    title: 'External stakeholder kick-off',
    guidance: 'Meet the academy and both trusts, and agree the date of the transfer with them.',
    fields: {
      ...steps({
        introductory_emails: 'Send introductory emails',
        setup_meeting: 'Set up the meeting',
        meeting: 'Hold the meeting',
      }),
      confirmed_date: month({
        label: 'Confirmed transfer date',
        hint: 'Month and year. It can be confirmed once.',
        range: { from: { years: -2 }, to: { years: 10 } },
      }),
    },
    command: confirmsDate,
  }),
  task('risk_protection_arrangement', {
    ...riskProtection,
    fields: steps({ confirm: 'The incoming trust has confirmed its cover' }),
  }),
  headteacher,
  incomingTrustCeo,
  outgoingTrustCeo,
  mainContact,
  task('new_urn_and_record', {
    title: 'Request a new URN and record for the academy',
    guidance: 'Only when the academy gets a record of its own in the register with the transfer.',
    optional: true,
    fields: steps({
      complete: 'Request the new record',
      receive: 'Receive the new URN',
      give: 'Give the new URN to the trusts',
    }),
  }),
  task('transfer_grant_level', {
    title: 'Confirm transfer grant funding level',
    optional: true,
    fields: {
      type: radios({
        label: 'Which level of grant is it?',
        choices: {
          standard: 'Standard',
          fast_track: 'Fast track',
          intermediate: 'Intermediate',
          full_sponsored: 'Full sponsored',
        },
      }),
    },
  }),
  task('financial_information', {
    title: 'Check and confirm academy and trust financial information',
    optional: true,
    fields: {
      academy_surplus_deficit: surplusOrDeficit('Does the academy have a surplus or a deficit?'),
      trust_surplus_deficit: surplusOrDeficit('Does the incoming trust have a surplus or a deficit?'),
    },
  }),
];
