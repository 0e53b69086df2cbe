import type { Role } from '@academies/contracts';
import { factsNamedBy, type MailFacts } from '@academies/mail';
import type { Often } from '../choices/often.table.ts';
import { mailTemplates } from './mails.table.ts';
import { changedMail, endedMail, isDue, type Standing, type Subscription, whyEnded } from './subscription.rules.ts';

const url = 'https://reporting.example';
const aSubscription = (more: Partial<Subscription> = {}): Subscription => ({
  choice: '12',
  email: 'dana@education.gov.uk',
  name: 'Transfers in London',
  often: 'daily',
  since: 400,
  subscribedAt: new Date('2026-11-02T10:00:00Z'),
  settledAt: new Date('2026-11-02T10:00:00Z'),
  toldAt: null,
  ...more,
});
const due = (often: Often, settled: string, now: string, told: string | null = null) =>
  isDue({ often, settledAt: new Date(settled), toldAt: told === null ? null : new Date(told) }, new Date(now));

describe('When somebody is told of changes', () => {
  it.each([
    ['before seven of the next morning', '2026-11-02T10:00:00Z', '2026-11-03T06:59:00Z', false],
    ['at seven', '2026-11-02T10:00:00Z', '2026-11-03T07:00:00Z', true],
    ['at seven of the same day, when it began before', '2026-11-03T06:30:00Z', '2026-11-03T07:00:00Z', true],
    ['later that day, once it was seen to', '2026-11-03T07:00:00Z', '2026-11-03T23:00:00Z', false],
    ['days later, when nothing ran at seven', '2026-11-03T07:00:00Z', '2026-11-06T15:00:00Z', true],
    ['at seven in summer, which is six of Greenwich', '2027-06-01T09:00:00Z', '2027-06-02T06:00:00Z', true],
    ['on the day that begins summer time', '2027-03-27T07:00:00Z', '2027-03-28T06:00:00Z', true],
  ])('daily: %s', (_, settled, now, is) => expect(due('daily', settled, now)).toBe(is));

  it.each([
    ['on the last of the month', '2026-11-02T10:00:00Z', '2026-11-30T23:59:00Z', false],
    ['before seven on the first', '2026-11-02T10:00:00Z', '2026-12-01T06:59:00Z', false],
    ['at seven on the first', '2026-11-02T10:00:00Z', '2026-12-01T07:00:00Z', true],
    ['at seven on the first of April, in summer time', '2027-03-01T07:00:00Z', '2027-04-01T06:00:00Z', true],
    ['later in the month, once it was seen to', '2026-12-01T07:00:00Z', '2026-12-31T23:00:00Z', false],
    ['over the end of a year', '2026-12-01T07:00:00Z', '2027-01-01T07:00:00Z', true],
  ])('monthly: %s', (_, settled, now, is) => expect(due('monthly', settled, now)).toBe(is));

  it.each([
    ['at once', null, true],
    ['within the hour of the last e-mail', '2026-11-02T11:31:00Z', false],
    ['an hour after it', '2026-11-02T11:30:00Z', true],
  ])('when changes appear: %s', (_, told, is) =>
    expect(due('hourly', '2026-11-02T12:29:00Z', '2026-11-02T12:30:00Z', told)).toBe(is),
  );
});

describe('A subscription', () => {
  const fine: Standing = { isThere: true, isTheirs: true, isReadable: true, roles: ['data_consumer'] };
  it('goes on while somebody may see the choice', () => expect(whyEnded(fine)).toBeUndefined());
  it.each<[string, Partial<Standing>]>([
    ['removed by its owner', { isThere: false, isTheirs: false }],
    ['no longer shared with you', { isTheirs: false }],
    ['role no longer allows', { roles: ['caseworker'] as Role[] }],
    ['role no longer allows', { roles: [] }],
    ['not there any more', { isReadable: false }],
  ])('ends, and says why: %s', (words, differing) => expect(whyEnded({ ...fine, ...differing })).toContain(words));
});

describe('The e-mail of changes', () => {
  it('says how many and where, and how to stop it', () =>
    expect(changedMail(aSubscription(), { new: 1, changed: 1200, gone: 0 }, url)?.facts).toEqual({
      choice: 'Transfers in London',
      since: '2 November 2026 at 10:00am',
      changes: ['1 row is new', '1,200 rows have changed'],
      link: `${url}/exports/choices/12/changes?since=400`,
      often: 'daily, at seven in the morning',
      settings: `${url}/exports/choices/12/e-mails`,
    }));

  it('is not there when nothing changed', () => {
    expect(changedMail(aSubscription(), {}, url)).toBeUndefined();
    expect(changedMail(aSubscription(), { new: 0 }, url)).toBeUndefined();
  });

  it('is one for what was told up to, and another when somebody subscribes again', () => {
    const key = (more: Partial<Subscription> = {}) => changedMail(aSubscription(more), { new: 1 }, url)?.key;
    expect(key()).toBe(key({ often: 'monthly' }));
    expect(new Set([key(), key({ since: 401 }), key({ subscribedAt: new Date() })]).size).toBe(3);
  });

  it('has every fact that its template names', () => {
    const mails = [changedMail(aSubscription(), { gone: 2 }, url), endedMail(aSubscription(), 'Because', url)];
    for (const mail of mails) {
      const { template = '', facts = {} } = mail ?? {};
      const named = factsNamedBy(mailTemplates[template as keyof typeof mailTemplates]);
      expect(Object.keys(facts as MailFacts).sort()).toEqual(named.sort());
    }
  });
});
