import { daysAfter, type IsoDate, londonDate, type Role } from '@academies/contracts';
import type { Mail } from '@academies/mail';
import { inWords, may } from '@academies/web';
import { type Often, often } from '../choices/often.table.ts';
import type { MailName } from './mails.table.ts';

/** Somebody is told of changes in a saved choice. */
export interface Subscription {
  readonly choice: string;
  readonly email: string;
  /** The name of the choice, as it was last known. */
  readonly name: string;
  readonly often: Often;
  /** The position of the journal up to which changes were told, or were none. */
  readonly since: number;
  readonly subscribedAt: Date;
  /** When it was last seen to, with an e-mail or without. */
  readonly settledAt: Date;
  readonly toldAt: Date | null;
}

const londonHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });
const firstHour = 7;
const hourMs = 60 * 60_000;

/** The day that a moment belongs to: days begin at seven in the morning in England. */
const dayOf = (moment: Date): IsoDate => {
  const day = londonDate(moment);
  return Number(londonHour.format(moment)) >= firstHour ? day : daysAfter(day, -1);
};
/** The period that a moment belongs to; each is told of once, when it has ended. */
const periodOf = { daily: dayOf, monthly: (moment: Date) => dayOf(moment).slice(0, 7) };

/**
 * Whether changes are told of now, if there are any (docs/domain/reporting.md, "Told, not asked"). Whoever was asleep when
 * a period ended tells of it later in the next.
 */
export function isDue(
  { often: each, settledAt, toldAt }: Pick<Subscription, 'often' | 'settledAt' | 'toldAt'>,
  now: Date,
): boolean {
  if (each === 'hourly') return toldAt === null || now.getTime() - toldAt.getTime() >= hourMs;
  return periodOf[each](settledAt) < periodOf[each](now);
}

/** What is known of a choice and of who is told of it, when it is looked at. */
export interface Standing {
  readonly isThere: boolean;
  /** It is their own, or shared with them or their team. */
  readonly isTheirs: boolean;
  /** As of their last sign-in. */
  readonly roles: readonly Role[];
  /** It asks for nothing that there is not any more. */
  readonly isReadable: boolean;
}

/** Why somebody is told no more, in words; undefined while they are. */
export function whyEnded({ isThere, isTheirs, roles, isReadable }: Standing): string | undefined {
  if (!isThere) return 'The choice was removed by its owner';
  if (!may({ roles }, 'exports')) return 'Your role no longer allows you to download files';
  if (!isTheirs) return 'The choice is no longer shared with you';
  return isReadable ? undefined : 'The choice asks for something that is not there any more';
}

/** How many rows of a choice are new, changed and gone. */
export type Counts = Readonly<Partial<Record<'new' | 'changed' | 'gone', number>>>;

const said: Readonly<Record<keyof Counts, readonly [one: string, many: string]>> = {
  new: ['row is new', 'rows are new'],
  changed: ['row has changed', 'rows have changed'],
  gone: ['row is gone', 'rows are gone'],
};

/** The e-mail that tells of changes: how many, and where they are seen. Nothing changed, no e-mail. */
export function changedMail(told: Subscription, counts: Counts, url: string): Mail | undefined {
  const changes = (['new', 'changed', 'gone'] as const).flatMap((change) => {
    const count = counts[change] ?? 0;
    return count > 0 ? [`${count.toLocaleString('en-GB')} ${said[change][count === 1 ? 0 : 1]}`] : [];
  });
  if (changes.length === 0) return undefined;
  const { choice, email, name, since, subscribedAt, toldAt } = told;
  const template: MailName = 'choice_changed';
  const page = `${url}/exports/choices/${choice}`;
  return {
    key: `${template} ${choice} ${email} ${subscribedAt.toISOString()} ${since}`,
    template,
    to: email,
    facts: {
      choice: name,
      since: inWords.dateTime(toldAt ?? subscribedAt),
      changes,
      link: `${page}/changes?since=${since}`,
      often: often[told.often],
      settings: `${page}/e-mails`,
    },
  };
}

/** The last e-mail: why there are no more. */
export function endedMail({ choice, email, name, subscribedAt }: Subscription, reason: string, url: string): Mail {
  const template: MailName = 'subscription_ended';
  const key = `${template} ${choice} ${email} ${subscribedAt.toISOString()}`;
  return { key, template, to: email, facts: { choice: name, reason, link: url } };
}
