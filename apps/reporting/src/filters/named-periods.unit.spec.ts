import { namedPeriods, type PeriodName } from './named-periods.ts';

const months = (name: PeriodName, today: string) => {
  const { from, to } = namedPeriods[name].months(today);
  return `${from} to ${to}`;
};

describe('What people mean by a period', () => {
  it.each<[PeriodName, string, string]>([
    ['this-month', '2027-04-30', '2027-04 to 2027-04'],
    ['next-three-months', '2026-11-29', '2026-12 to 2027-02'],
    ['financial-year', '2027-03-31', '2026-04 to 2027-03'],
    ['financial-year', '2027-04-01', '2027-04 to 2028-03'],
    ['academic-year', '2026-08-31', '2025-09 to 2026-08'],
    ['academic-year', '2026-09-01', '2026-09 to 2027-08'],
  ])('%s on %s is %s', (name, today, said) => expect(months(name, today)).toBe(said));
});
