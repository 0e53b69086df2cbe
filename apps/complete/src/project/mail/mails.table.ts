import { type MailFacts, type MailTemplates, subjectIn } from '@academies/mail';

const after = `

Date: ((date))

Open the project: ((link))`;

/**
 * What Complete's e-mails say (docs/domain/complete-pages.md, "E-mails"). GOV.UK Notify has the same templates; the ids
 * that it gave them are settings.
 */
export const mailTemplates = {
  assigned_conversion: {
    subject: 'The conversion of ((school)) was assigned to ((whom))',
    body: `((by)) assigned the conversion of ((school)) to ((whom)).${after}`,
  },
  assigned_transfer: {
    subject: 'The transfer of ((school)) was assigned to ((whom))',
    body: `((by)) assigned the transfer of ((school)) to ((whom)).${after}`,
  },
  assigned_several: {
    subject: '((count)) projects were assigned to ((whom))',
    body: '((by)) assigned ((count)) projects to ((whom)):\n\n((projects))',
  },
  handed_over_conversion: {
    subject: 'The conversion of ((school)) was handed to ((team))',
    body: `((by)) handed the conversion of ((school)) to ((team)). Assign it to somebody of your team.${after}`,
  },
  handed_over_transfer: {
    subject: 'The transfer of ((school)) was handed to ((team))',
    body: `((by)) handed the transfer of ((school)) to ((team)). Assign it to somebody of your team.${after}`,
  },
  handed_over_several: {
    subject: '((count)) projects were handed to ((team))',
    body: '((by)) handed ((count)) projects to ((team)). Assign them to somebody of your team:\n\n((projects))',
  },
  weekly_reminder: {
    subject: '((count)) due or overdue on your projects',
    body: `((count)) due or overdue on your projects. ((which)):

((lines))

Open your projects: ((link))

Switch this weekly e-mail off: ((settings))`,
  },
} as const satisfies MailTemplates;

export type MailName = keyof typeof mailTemplates;

/** What an e-mail is called; by its template, where this release has none of that name. */
export const subjectOf = (mail: { template: string; facts: MailFacts }): string => subjectIn(mailTemplates, mail);
