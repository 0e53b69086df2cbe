/* A form with every kind of field, for the tests of forms. */
import { checkboxes } from './fields/checkboxes.ts';
import { date, month } from './fields/date.ts';
import { email } from './fields/email.ts';
import { radios } from './fields/radios.ts';
import { reasons } from './fields/reasons.ts';
import { select } from './fields/select.ts';
import { text } from './fields/text.ts';
import { textarea } from './fields/textarea.ts';
import { url } from './fields/url.ts';
import { form } from './form.ts';
import { matching, notInFuture, notInPast } from './rules.ts';

export const context = { today: '2027-04-01' };

export const everyKind = form({
  fields: {
    name: text({ label: 'Name', required: 'Enter the name', max: 20 }),
    trn: text({ label: 'TRN', rules: [matching(/^TR\d{5}$/, 'Enter TR and 5 numbers')] }),
    note: textarea({ label: 'Note', max: 30 }),
    email: email({ label: 'Email' }),
    link: url({ label: 'Link' }),
    date: date({ label: 'Decision date', rules: [notInFuture('The decision date must be today or in the past')] }),
    opens: month({ label: 'Conversion date', rules: [notInPast('The conversion date must be in the future')] }),
    outcome: radios({
      label: 'Decision',
      choices: { approved: 'Approved', declined: 'Declined' },
      required: 'Select a decision',
    }),
    trust: select({ label: 'Trust', choices: { oak: 'Oak' } }),
    risks: checkboxes({ label: 'Risks', choices: { land: 'Land', finance: 'Finance' } }),
    why: reasons({
      label: 'Reasons',
      choices: { finance: 'Finance', other: 'Other' },
      detail: { label: 'Details', required: 'Enter details' },
    }),
  },
});

/** The least that is a whole answer. */
export const enough = { name: 'Ada', outcome: 'approved' };
