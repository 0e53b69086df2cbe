import { columns } from '../columns/columns.ts';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import { addresses } from '../fixtures/rows.spec.ts';
import { ConstituencyChanged, EstablishmentChanged, type CompleteProject, TrustChanged } from '@academies/contracts';
import type { ReceivedEvent } from '@academies/messaging';
import {
  aConstituency,
  aConversion,
  activeInComplete,
  anApprovedConversion,
  aSchool,
  aTrust,
  wholeConversion,
} from '../fixtures/states.spec.ts';
import { renderProject } from '../projection/render-rows.ts';
import { applyUpdate, updateOf } from '../projection/state-updates.ts';
import { WorkingSet } from '../projection/working-set.ts';
import { findingsIn, monthsBefore, ruledRow, workingDaysAfter } from './rule.ts';
import { rules } from './rules.ts';

/** What the rules find in the one row that these events make, by rule. */
function found(...events: ReceivedEvent[]) {
  const known = new WorkingSet();
  events.forEach((event, index) => {
    const update = updateOf({ ...event, position: index + 1 });
    if (update)
      for (const id of applyUpdate(update, known)) renderProject(id, index + 1, known, { columns, addresses });
  });
  const [row] = [...known.ruled.values()];
  if (!row) throw new Error('There is no row');
  return Object.fromEntries(
    findingsIn(ruledRow(row.facts, row.cells, columns), rules).map(({ rule, ...finding }) => [rule, finding]),
  );
}

const conversion = (differing: Partial<CompleteProject> = {}) => [
  approved(anApprovedConversion()),
  created(activeInComplete({ significantDate: '2027-04-01', ...differing })),
];
const inRegister = (...more: ReceivedEvent[]) => found(...theRegister, ...conversion(), ...more);

describe('A whole project in a whole register', () => {
  it('has no findings', () => expect(found(...theRegister, ...conversion(wholeConversion))).toEqual({}));

  it('has none either when it has ended, whatever is missing', () => {
    expect(found(...conversion({ state: 'completed' }))).toEqual({});
    expect(found(started(aConversion({ status: 'withdrawn' })))).toEqual({});
  });
});

describe('A date', () => {
  it('that is provisional counts from the day after it', () =>
    expect(inRegister()['date-passed']).toEqual({
      words: '1 April 2027 is provisional and has passed',
      from: '2027-04-02',
      mendAt: expect.stringMatching(/^https:\/\/complete\.example\/projects\/.+\/dates$/),
    }));

  it('that is provisional is mended in Prepare before Complete has the project', () =>
    expect(found(started(aConversion()))['date-passed']?.mendAt).toBe('https://prepare.example/projects/1042'));

  it('that is confirmed is none', () =>
    expect(found(...conversion({ dateConfirmed: true }))).not.toHaveProperty('date-passed'));

  it('before the decision is told at once', () =>
    expect(found(...conversion({ advisoryBoardDate: '2027-05-01' }))['date-before-decision']).toMatchObject({
      words: '1 April 2027 is before the decision on 1 May 2027',
      from: null,
    }));
});

describe('What money needs', () => {
  it('is an academy URN two months before', () =>
    expect(inRegister()['academy-urn-missing']).toMatchObject({ from: '2027-02-01' }));

  it('is a main contact and a headteacher three months before, on the pages of their tasks', () => {
    const findings = inRegister();
    expect(findings['no-main-contact']).toMatchObject({ from: '2027-01-01' });
    expect(findings['no-main-contact']?.mendAt).toMatch(/\/tasks\/main_contact$/);
    expect(findings['no-headteacher']).toMatchObject({ from: '2027-01-01' });
  });

  it('is not asked of a project that Complete does not have', () =>
    expect(Object.keys(found(...theRegister, started(aConversion())))).toEqual(['date-passed']));

  it('is an e-mail address of whoever is written to', () => {
    const [contact] = wholeConversion.contacts ?? [];
    const nameless = { ...contact!, category: 'school' as const, primary: true, email: null };
    expect(found(...theRegister, ...conversion({ contacts: [nameless] }))['contact-without-email']?.words).toBe(
      `The primary contact at the school, ${nameless.name}, has no e-mail address`,
    );
  });
});

describe('A handover', () => {
  const waiting = (createdAt: string) => found(...conversion({ state: 'inactive', createdAt }))['handover-waits'];

  it('counts after two whole working days', () => {
    expect(waiting('2026-10-06T14:05:00.000Z')).toMatchObject({ from: '2026-10-09' }); // a Tuesday
    expect(waiting('2026-10-08T14:05:00.000Z')).toMatchObject({ from: '2026-10-13' }); // a Thursday
  });

  it('with its details is none', () => expect(found(...conversion())).not.toHaveProperty('handover-waits'));
});

describe('The register', () => {
  it('that lacks school and trust is told, with the page that mends it', () => {
    const findings = found(...conversion());
    expect(findings['trust-unknown']?.words).toContain('does not know the incoming trust, 19000042');
    expect(findings['school-unknown']).toMatchObject({ words: 'The register does not know 900123' });
  });

  it.each([
    ['is closed', { status: 'Closed', closedDate: '2026-01-01' }],
    ['is proposed to close', { status: 'Open, but proposed to close' }],
  ])('whose trust %s', (words, differing) =>
    expect(inRegister(received(TrustChanged, { trust: aTrust(differing) }))['trust-closes']?.words).toBe(
      `Larkmere Learning Trust ${words}`,
    ),
  );

  it.each(['Petra Lindley (acting)', 'Petra Lindley and Tom Ash', 'Petra Lindley / Tom Ash', 'Petra & Tom Lindley'])(
    'that has “%s” as head',
    (lastName) => {
      const head = { title: null, firstName: null, lastName, jobTitle: null };
      const findings = inRegister(received(EstablishmentChanged, { establishment: aSchool({ head }) }));
      expect(findings['odd-head']?.words).toBe(`The register has “${lastName}” as head`);
    },
  );

  it('with a plain name as head is fine', () => expect(inRegister()).not.toHaveProperty('odd-head'));

  it('whose seat nobody has, and whose authority nobody knows', () => {
    expect(
      inRegister(received(ConstituencyChanged, { constituency: aConstituency({ mp: null }) }))['seat-without-member']
        ?.words,
    ).toBe('No member of parliament is known for Marrowby North');
    expect(
      inRegister(
        received(EstablishmentChanged, {
          establishment: aSchool({ localAuthority: { code: '999', name: 'Nowhere' } }),
        }),
      )['authority-unknown']?.words,
    ).toBe('Complete has no local authority with the code 999');
  });
});

describe('A text', () => {
  it('that a spreadsheet would cut is named with its column and length', () =>
    expect(
      found(...theRegister, ...conversion({ advisoryBoardConditions: 'x'.repeat(32_768) }))['text-cut']?.words,
    ).toMatch(/ has 32768 characters, a spreadsheet keeps 32767$/));

  it('that just fits is fine', () =>
    expect(found(...theRegister, ...conversion({ advisoryBoardConditions: 'x'.repeat(32_767) }))).not.toHaveProperty(
      'text-cut',
    ));
});

describe('A moment', () => {
  it('is so many months before the first of a month', () =>
    expect([monthsBefore('2027-02-01', 3), monthsBefore(null, 3)]).toEqual(['2026-11-01', null]));

  it('is so many working days after a day', () =>
    expect([workingDaysAfter('2026-10-09', 2), workingDaysAfter('2026-10-10', 1)]).toEqual([
      '2026-10-13',
      '2026-10-12',
    ]));
});
