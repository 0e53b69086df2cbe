export { mailMigrations } from './database/migrations.ts';
export { MailModule, type MailOptions, whyNoMailToken } from './nest/mail-module.ts';
export { type Mail, queueMail } from './queue/queue-mail.ts';
export {
  findUnsentMails,
  type MailState,
  mailStateOf,
  sendAgain,
  subjectIn,
  triedAgain,
  type UnsentMail,
  unsentMails,
  withdrawMail,
} from './queue/unsent-mail.ts';
export { mailSettings } from './settings/mail-settings.ts';
export {
  factsNamedBy,
  filledIn,
  type MailFacts,
  type MailTemplate,
  type MailTemplates,
} from './templates/mail-template.ts';
