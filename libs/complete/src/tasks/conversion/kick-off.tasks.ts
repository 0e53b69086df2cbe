import { date, month, number, radios, text } from '@academies/forms';
import { confirmsDate } from '../task/commands.ts';
import {
  chairOfGovernors,
  completed,
  handover,
  headteacher,
  incomingTrustCeo,
  mainContact,
  riskProtection,
} from '../task/shared.tasks.ts';
import { steps, task } from '../task/task.ts';

/** Project kick-off of a conversion. A new task or field is one entry. */
export const conversionKickOff = [
  task('post_decision_actions', {
    title: 'Post decision actions',
    guidance: "Save what belongs to the decision in the school's SharePoint folder.",
    fields: steps({
      application_saved: 'Application saved',
      academy_order_saved: 'Academy order saved',
      local_authority_proforma_saved: 'Local authority proforma saved',
    }),
  }),
  handover,
  task('stakeholder_kick_off', {
    title: 'External stakeholder kick-off',
    guidance: 'Meet the school, the trust and the local authority, and agree the date of the conversion with them.',
    fields: {
      ...steps({
        introductory_emails: 'Send introductory emails',
        local_authority_proforma: 'Send the local authority its proforma',
        setup_meeting: 'Set up the meeting',
        meeting: 'Hold the meeting',
        check_provisional_date: 'Check the provisional conversion date with everybody',
      }),
      confirmed_date: month({
        label: 'Confirmed conversion date',
        hint: 'Month and year. It can be confirmed once.',
        range: { from: { years: -2 }, to: { years: 10 } },
      }),
    },
    command: confirmsDate,
  }),
  task('risk_protection_arrangement', {
    ...riskProtection,
    fields: {
      option: radios({
        label: 'Which cover will the academy have?',
        choices: {
          standard: 'Standard risk protection arrangement',
          church_or_trust: "Church or trust's own risk protection arrangement",
          commercial: 'Commercial insurance',
        },
      }),
      reason: text({ label: 'Why does the academy choose commercial insurance?', max: 1000 }).when(
        'option',
        'commercial',
      ),
    },
  }),
  task('high_needs_places', {
    title: 'Check accuracy of high needs places information',
    guidance: 'Only for schools with places for pupils with high needs.',
    optional: true,
    fields: steps({
      confirm_number: 'Ask the school to confirm the number of places',
      confirm_published_number: 'Compare it with the number that is published',
      check_returned_form: 'Check the form that comes back',
      send_form: 'Send the form to the high needs team',
    }),
  }),
  task('notification_of_changes', {
    title: 'Notification of changes to funded high needs places',
    guidance: 'Only when the number of funded places changes with the conversion.',
    optional: true,
    fields: steps({
      tell_local_authority: 'Tell the local authority to fill in the notification',
      check_document: 'Check the notification',
      send_document: 'Send the notification to the high needs team',
    }),
  }),
  task('conversion_support_grant', {
    title: 'Process conversion support grant',
    guidance: 'For voluntary conversions that get the grant.',
    optional: true,
    fields: steps({
      check_vendor_account: 'Check that the trust or school has a vendor account',
      payment_form: 'Receive the payment form',
      send_information: 'Send the information for the payment',
      share_payment_date: 'Tell the school when the grant is paid',
    }),
  }),
  task('sponsored_support_grant', {
    title: 'Confirm and process the sponsored support grant',
    guidance: 'For conversions with a sponsor.',
    optional: true,
    fields: {
      type: radios({
        label: 'Which type of grant is it?',
        choices: { fast_track: 'Fast track', intermediate: 'Intermediate', full_sponsored: 'Full sponsored' },
      }),
      ...steps({
        has_vendor_account: 'Check that the trust has a vendor account',
        payment_amount: 'Confirm the amount of the grant',
        payment_form: 'Receive the payment form',
        send_information: 'Send the information for the payment',
        inform_trust: 'Tell the trust about the grant',
      }),
    },
  }),
  task('nursery_arrangement', {
    title: 'Confirm academy nursery arrangement',
    optional: true,
    fields: { arrangement: text({ label: 'What happens with the nursery?' }) },
  }),
  task('childrens_centre', {
    title: "Confirm children's centre provision",
    optional: true,
    fields: { provision: text({ label: "What happens with the children's centre?" }) },
  }),
  task('statutory_consultation', {
    title: 'Confirm statutory consultation',
    guidance: 'The school asks parents, staff and others what they think of the conversion.',
    fields: completed('The consultation is completed'),
  }),
  task('academy_name', {
    title: 'Confirm the academy name',
    guidance: 'The name that the academy will have in the register and in its funding agreement.',
    fields: { name: text({ label: 'Name of the academy' }) },
  }),
  headteacher,
  chairOfGovernors,
  incomingTrustCeo,
  mainContact,
  task('proposed_capacity', {
    title: 'Confirm the proposed capacity of the academy',
    guidance: 'Enter 0 where the academy has no pupils of these years.',
    optional: true,
    fields: {
      reception_to_year_6: number({ label: 'Reception to year 6', max: 9_999 }),
      years_7_to_11: number({ label: 'Years 7 to 11', max: 9_999 }),
      year_12_and_above: number({ label: 'Year 12 and above', max: 9_999 }),
    },
  }),
  task('payroll_deadline', {
    title: 'Local authority confirms payroll deadline',
    guidance: "The last day on which the local authority can change the staff's payroll.",
    optional: true,
    fields: {
      deadline: date({
        label: 'Payroll deadline',
        hint: 'For example, 27 3 2027',
        range: { from: { years: -2 }, to: { years: 10 } },
      }),
    },
  }),
];
