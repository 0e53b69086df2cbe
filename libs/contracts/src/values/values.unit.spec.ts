import fc from 'fast-check';
import { daysAfter, firstOfMonthAfter, FirstOfMonth, IsoDate, londonDate } from './dates.ts';
import { PrepareId, Trn, Ukprn, Urn } from './identifiers.ts';

describe('Today', () => {
  it.each([
    ['in winter, London keeps universal time', '2026-12-31T23:59:59Z', '2026-12-31'],
    ['in summer, the day begins an hour earlier than in universal time', '2026-06-30T23:30:00Z', '2026-07-01'],
    ['on the night the clocks go back', '2026-10-25T00:30:00Z', '2026-10-25'],
  ])('%s', (_, moment, day) => expect(londonDate(new Date(moment))).toBe(day));
});

describe('A date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '01/04/2027', ''])('is none when it reads "%s"', (text) =>
    expect(IsoDate.safeParse(text).success).toBe(false),
  );

  it('of a conversion is the first of a month', () => {
    expect(FirstOfMonth.safeParse('2027-04-01').success).toBe(true);
    expect(FirstOfMonth.safeParse('2027-04-02').success).toBe(false);
  });

  it('goes on over the ends of months and years', () => {
    expect([daysAfter('2026-12-31', 1), daysAfter('2027-02-01', 28)]).toEqual(['2027-01-01', '2027-03-01']);
    expect(firstOfMonthAfter('2026-11-20', 2)).toBe('2027-01-01');
  });
});

describe('An identifier', () => {
  it.each([
    [Urn, '123456', '12345'],
    [Ukprn, '10012345', '20012345'],
    [Trn, 'TR00042', 'TR42'],
    [PrepareId, '1042', '01042'],
  ] as const)('%# takes the right form only', (schema, right, wrong) => {
    expect(schema.safeParse(right).success).toBe(true);
    expect(schema.safeParse(wrong).success).toBe(false);
  });

  it('keeps leading zeros, because it is text', () =>
    fc.assert(fc.property(fc.stringMatching(/^\d{6}$/), (urn) => Urn.parse(urn) === urn)));
});
