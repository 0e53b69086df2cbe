import { isMonth, later, monthsAround, nextMonth, periodInWords, periodOf } from './months.ts';

describe('Months of the plan', () => {
  it('begin with the next one, also when the year ends', () => {
    expect(nextMonth('2026-10-31')).toBe('2026-11');
    expect(nextMonth('2026-12-01')).toBe('2027-01');
    expect(later('2027-01', -1)).toBe('2026-12');
  });

  it('are offered a year back and three ahead', () => {
    const offered = monthsAround('2026-12-31').map(([month]) => month);
    expect([offered.length, offered[0], offered[12], offered.at(-1)]).toEqual([48, '2025-12', '2026-12', '2029-11']);
  });

  it('are one, or a range that ends where it began when it ends before', () => {
    expect(periodOf({ from: '2027-04' })).toMatchObject({ from: '2027-04', to: '2027-04', isBackwards: false });
    expect(periodOf({ from: '2027-04', to: '2027-06' })).toMatchObject({ to: '2027-06', isBackwards: false });
    expect(periodOf({ from: '2027-04', to: '2027-03' })).toMatchObject({ to: '2027-04', isBackwards: true });
    expect(periodInWords({ from: '2027-04', to: '2027-06' })).toBe('April 2027 to June 2027');
  });

  it.each(['2027-13', '1999-01', '2027-4', "2027-04'"])('are real: not %s', (text) =>
    expect(isMonth(text)).toBe(false),
  );
});
