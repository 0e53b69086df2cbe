import type { LastWord } from '@academies/messaging';
import { hearsNothing, servicesInWords } from './services-in-words.ts';

const addresses = { PREPARE_URL: 'https://prepare.example', REPORTING_URL: 'https://reporting.example' };
const aWord = (facts: Partial<LastWord> = {}): LastWord => ({
  source: 'prepare',
  saidAt: new Date('2026-10-20T10:00:00Z'),
  secondsAgo: 4,
  counts: { parked_keys: 0 },
  ...facts,
});
const told = (word: LastWord) => servicesInWords([word], addresses).find(({ name }) => name.startsWith('Prepare'));

describe('How the services are doing', () => {
  it('has a row a service, also of one that was never heard', () =>
    expect(servicesInWords([], addresses).map(({ name, state, says }) => [name, state.text, says[0]?.text])).toEqual(
      ['Register', 'Prepare', 'Complete and Handover', 'Reporting'].map((name) => [
        name,
        'Not heard of',
        'It has not said anything yet',
      ]),
    ));

  it('says what waits in words, with the way to it, and leaves out what does not wait', () =>
    expect(told(aWord({ counts: { parked_keys: 1, approvals_unanswered: 2, mails_not_sent: 0 } }))).toMatchObject({
      state: { text: 'To look at' },
      says: [
        { text: '1 project or record has parked events' },
        {
          text: '2 approvals have waited too long for their answers',
          href: 'https://prepare.example/service-support/unanswered-approvals',
        },
      ],
    }));

  it.each([
    ['nothing waits', { counts: { parked_keys: 0 } }, 'Well', 'Nothing waits for you there'],
    ['an older release does not count', { counts: null }, 'Well', 'It does not say what waits there'],
    ['a newer one counts what is not known here', { counts: { cats: 3 } }, 'Well', 'Nothing waits for you there'],
    ['it has been silent for long', { secondsAgo: 301 }, 'Not heard of', 'Nothing waits for you there'],
  ])('says so when %s', (_, facts, state, says) =>
    expect(told(aWord(facts))).toMatchObject({ state: { text: state }, says: [{ text: says }] }),
  );

  it('suspects the listener when nobody was heard for long', () => {
    expect(hearsNothing([])).toBe(true);
    expect(hearsNothing([aWord({ secondsAgo: 900 }), aWord()])).toBe(false);
  });
});
