import { trendOf } from './trend.ts';

describe('The trend', () => {
  it('adds the rules of a level for each morning, and leaves out those of an older release', () =>
    expect(
      trendOf([
        { day: '2026-11-29', rule: 'date-passed', findings: 2 },
        { day: '2026-11-29', rule: 'no-headteacher', findings: 3 },
        { day: '2026-11-29', rule: 'odd-head', findings: 1 },
        { day: '2026-11-28', rule: 'forgotten', findings: 9 },
      ]),
    ).toEqual([
      { day: '2026-11-29', counts: { 'stops money': 5, 'needs a look': 1 } },
      { day: '2026-11-28', counts: { 'stops money': 0, 'needs a look': 0 } },
    ]));
});
