import { date } from '@academies/forms';
import { dateReceived, declarationOfExpenditure, redactAndSend } from '../task/shared.tasks.ts';
import { steps, task } from '../task/task.ts';

/** What is left to do once the academy is open. */
export const conversionAfterOpening = [
  task('date_opened', {
    title: 'Confirm the date the academy opened',
    fields: {
      date_opened: date({
        label: 'When did the academy open?',
        hint: 'For example, 1 4 2027',
        called: 'The date the academy opened',
        range: { from: '2010-01-01', to: 'today' },
      }),
    },
  }),
  task('redact_and_send', {
    ...redactAndSend,
    fields: steps({
      redact: 'Redact the documents',
      save_redaction: "Save the redacted documents in the school's SharePoint folder",
      send_redaction: 'Send the redacted documents to be published',
      send_to_solicitors: 'Send the signed documents to the solicitors',
    }),
  }),
  task('declaration_of_expenditure', {
    ...declarationOfExpenditure,
    fields: {
      date_received: dateReceived,
      ...steps({
        check_certificate: 'Check the certificate',
        save_certificate: "Save the certificate in the school's SharePoint folder",
      }),
    },
  }),
];
