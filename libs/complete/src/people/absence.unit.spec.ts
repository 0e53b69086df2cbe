import type { Actor } from '../project/may-manage.ts';
import { lasts, mayEnterAbsence, wrongWithAbsence } from './absence.ts';

const today = '2026-12-21';
const casey = { email: 'casey@education.gov.uk', name: 'Casey' };
const tilda = { email: 'tilda@education.gov.uk', name: 'Tilda' };
const christmas = { from: '2026-12-21', to: '2027-01-04', standIn: tilda };
const wrong = (absence: Partial<typeof christmas> | { standIn: undefined }, before?: { from: string; to: string }) =>
  wrongWithAbsence({ of: casey, absence: { ...christmas, ...absence }, before, today }).map(
    ({ field, message }) => `${field}: ${message}`,
  );

describe('An absence', () => {
  it('lasts from its first day to its last', () =>
    expect(['2026-12-20', '2026-12-21', '2027-01-04', '2027-01-05'].map((day) => lasts(christmas, day))).toEqual([
      false,
      true,
      true,
      false,
    ]));

  it.each([[{}], [{ to: '2026-12-21' }], [{ to: '2027-12-20' }], [{ from: '2028-02-29', to: '2029-02-28' }]])(
    'may be %j',
    (absence) => expect(wrong(absence)).toEqual([]),
  );

  it.each([
    [{ from: '2026-12-20' }, 'from: The first day away must be today or later'],
    [{ to: '2026-12-20' }, 'to: The last day away must not be before the first'],
    [{ to: '2027-12-21' }, 'to: An absence lasts a year at most. Enter an earlier last day'],
    [{ from: '2028-02-29', to: '2029-03-01' }, 'to: An absence lasts a year at most. Enter an earlier last day'],
    [{ standIn: undefined }, 'standIn: Select a person from the list'],
    [
      { standIn: { ...casey, email: 'CASEY@education.gov.uk' } },
      'standIn: Nobody stands in for themselves. Select somebody else',
    ],
  ])('is refused as %j', (absence, message) => expect(wrong(absence)).toEqual([message]));

  it('that has begun keeps its first day and no other past one, until it is over', () => {
    const begun = { from: '2026-12-14', to: '2026-12-23' };
    expect(wrong({ from: begun.from }, begun)).toEqual([]);
    expect(wrong({ from: '2026-12-13' }, begun)).toHaveLength(1);
    expect(wrong({ from: begun.from }, { ...begun, to: '2026-12-20' })).toHaveLength(1);
  });

  it('is entered by the person, a leader of their team and service support', () => {
    const actor = (role: Actor['roles'][number], more: Partial<Actor> = {}): Actor => ({
      ...tilda,
      roles: [role],
      ...more,
    });
    const of = { ...casey, team: 'london' as const };
    const may = [
      actor('caseworker', { email: 'Casey@education.gov.uk' }),
      actor('team_leader', { team: 'london' }),
      actor('service_support'),
    ];
    const mayNot = [
      actor('team_leader', { team: 'south_west' }),
      actor('team_leader'),
      actor('caseworker', { team: 'london' }),
      actor('regional_delivery_officer', { team: 'london' }),
    ];
    expect([...may, ...mayNot].map((one) => mayEnterAbsence(of, one))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(mayEnterAbsence({ ...casey, team: null }, actor('team_leader'))).toBe(false);
  });
});
