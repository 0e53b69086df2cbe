/* A form with every kind of field, for the tests of forms. */
import { checkboxes } from '../kinds/choices.ts';
import { date, month } from '../kinds/date.ts';
import { email } from '../kinds/email.ts';
import { radios } from '../kinds/choices.ts';
import { reasons } from '../kinds/reasons.ts';
import { select } from '../kinds/choices.ts';
import { text } from '../kinds/text.ts';
import { textarea } from '../kinds/textarea.ts';
import { url } from '../kinds/url.ts';
import { form } from './form.ts';
import { matching } from '../field/answer.ts';

export const context = { today: '2027-04-01' };

export const everyKind = form({
  fields: {
    name: text({ label: 'Name', required: 'Enter the name', max: 20 }),
    trn: text({ label: 'TRN', rules: [matching(/^TR\d{5}$/, 'Enter TR and 5 numbers')] }),
    note: textarea({ label: 'Note', max: 30 }),
    email: email({ label: 'Email' }),
    link: url({ label: 'Link' }),
    date: date({ label: 'Decision date', range: { from: '1900-01-01', to: 'today' } }),
    opens: month({ label: 'Conversion date', range: { from: 'today', to: { years: 10 } } }),
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
