import { date } from '@academies/forms';
import { dateReceived, declarationOfExpenditure, redactAndSend } from '../task/shared.tasks.ts';
import { steps, task } from '../task/task.ts';

/** What is left to do once the academy has moved. */
export const transferAfter = [
  task('date_transferred', {
    title: 'Confirm the date the academy transferred',
    fields: {
      date_transferred: date({
        label: 'When did the academy transfer?',
        hint: 'For example, 1 4 2027',
        called: 'The date the academy transferred',
        range: { from: '2010-01-01', to: 'today' },
      }),
    },
  }),
  task('redact_and_send', {
    ...redactAndSend,
    fields: steps({
      redact: 'Redact the documents',
      save: "Save the redacted documents in the academy's SharePoint folder",
      send_to_funding_team: 'Send the redacted documents to the funding team',
      send_to_solicitors: 'Send the signed documents to the solicitors',
      notify_trust: 'Tell the trust where the documents are published',
    }),
  }),
  task('declaration_of_expenditure', {
    ...declarationOfExpenditure,
    fields: {
      date_received: dateReceived,
      ...steps({
        correct: 'The certificate is correct',
        saved: "Certificate saved in the academy's SharePoint folder",
      }),
    },
  }),
];
