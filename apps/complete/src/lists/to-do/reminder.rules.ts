import { type IsoDate, londonDate } from '@academies/contracts';
import type { Mail } from '@academies/mail';
import type { MailName } from '../../project/mail/mails.table.ts';
import type { ListedToDo } from './to-do.ts';

/** As many lines has an e-mail; the rest is where its link leads. */
const mostLines = 10;
const londonHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hour12: false });

/**
 * The week whose reminder is due at a moment, by its Monday: on Mondays from seven in the morning in England. Whoever was
 * asleep all Monday reminds nobody late (docs/domain/complete-pages.md, "E-mails").
 */
export function weekDue(moment: Date): IsoDate | undefined {
  const today = londonDate(moment);
  const isMonday = new Date(today).getUTCDay() === 1;
  return isMonday && Number(londonHour.format(moment)) >= 7 ? today : undefined;
}

/** The reminder of somebody, where anything is due; what others changed is news, and nothing that is due. */
export function reminderOf(
  { email, toDo }: { readonly email: string; readonly toDo: readonly ListedToDo[] },
  { week, url }: { readonly week: IsoDate; readonly url: string },
): Mail | undefined {
  const due = toDo.filter(({ isNews }) => !isNews);
  if (due.length === 0) return undefined;
  const template: MailName = 'weekly_reminder';
  return {
    key: `${template} ${week} ${email}`,
    template,
    to: email,
    facts: {
      count: due.length === 1 ? '1 thing is' : `${due.length} things are`,
      which: due.length > mostLines ? `The first ${mostLines} of them` : 'By date',
      lines: due.slice(0, mostLines).map(({ school, text }) => `${school}: ${text}`),
      link: `${url}/projects/yours`,
      settings: `${url}/projects/yours/weekly-e-mail`,
    },
  };
}
