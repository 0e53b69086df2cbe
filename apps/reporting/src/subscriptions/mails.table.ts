import type { MailTemplates } from '@academies/mail';

/**
 * What Reporting's e-mails say (docs/domain/reporting.md, "Told, not asked"): that something has changed and where to see
 * it, never what. GOV.UK Notify has the same templates; the ids that it gave them are settings.
 */
export const mailTemplates = {
  choice_changed: {
    subject: 'Changes in “((choice))”',
    body: `“((choice))” has changed since ((since)):

((changes))

See the changes: ((link))

You get this e-mail ((often)). Change how often, or stop it: ((settings))`,
  },
  subscription_ended: {
    subject: 'No more e-mails about “((choice))”',
    body: `((reason)), so you get no more e-mails about changes in “((choice))”.

Download project data: ((link))`,
  },
} as const satisfies MailTemplates;

export type MailName = keyof typeof mailTemplates;
