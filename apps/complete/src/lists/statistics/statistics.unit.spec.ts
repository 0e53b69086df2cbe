import type { AlikeProjects } from './counted-projects.ts';
import { chartOf } from './chart.ts';
import { openingMonths, statisticsOf } from './statistics.ts';

const alike = (facts: Partial<AlikeProjects>): AlikeProjects => ({
  region: 'london',
  kind: 'conversion',
  withCasework: false,
  state: 'active',
  isAssigned: true,
  all: 1,
  onHold: 0,
  arrived: 0,
  ...facts,
});
const months = openingMonths('2026-10-20');
const { figures, regions } = statisticsOf({
  alike: [
    alike({ all: 3, onHold: 1, withCasework: true }),
    alike({ kind: 'transfer', all: 2, isAssigned: false, arrived: 2 }),
    alike({ state: 'completed', all: 1_234, region: 'north_west' }),
  ],
  opening: [{ month: '2027-01-01', kind: 'transfer', count: 7 }],
  people: [{ team: 'london', people: 4 }],
  months,
});
const rowOf = (title: string, label: string) =>
  [...figures, ...regions].find((one) => one.title === title)?.rows.find((row) => row.label === label)?.values;

describe('Statistics', () => {
  it.each([
    ['All projects', 'In progress', [3, 0]],
    ['All projects', 'Unassigned', [0, 2]],
    ['All projects', 'Completed', [1_234, 0]],
    ['All projects', 'All', [1_237, 2]],
    ['All projects', 'Of these on hold', [1, 0]],
    ['All projects', 'New this month', [0, 2]],
    ['Projects that Regional Casework Services run', 'All', [3, 0]],
    ['Projects that Regional Casework Services do not run', 'All', [1_234, 2]],
    ['Openers of the next six months', 'January 2027', [0, 7]],
    ['In progress in each region', 'London', [3, 0]],
    ['North West', 'Completed', [1_234, 0]],
    ['London', 'Completed', [0, 0]],
    ['People of each team', 'London', [4]],
  ])('count conversions and transfers side by side: %s, %s', (title, label, values) =>
    expect(rowOf(title, label)).toEqual(values),
  );

  it('look six months ahead, also beyond the end of a year', () =>
    expect([months.length, months[0], months.at(-1)]).toEqual([6, '2026-11-01', '2027-04-01']));
});

describe('A chart', () => {
  const chart = chartOf({
    title: 'Trees',
    series: ['Oaks', 'Elms'],
    rows: [
      { label: 'North', values: [1_000, 500] },
      { label: 'South', values: [0, 250] },
    ],
  });

  it('says in words all that it shows', () =>
    expect(chart.words).toBe('North: 1,000 oaks, 500 elms. South: 0 oaks, 250 elms'));

  it('has bars as long as their numbers, none over another', () => {
    const bars = chart.rows.flatMap((row) => row.bars);
    expect(bars.map(({ width }) => width)).toEqual([80, 40, 0, 20]);
    expect(bars.map(({ y }) => y)).toEqual([...new Set(bars.map(({ y }) => y))].sort((one, other) => one - other));
    expect(Math.max(...bars.map(({ y }) => y + 18))).toBeLessThanOrEqual(chart.height);
  });

  it('of nothing is drawn, too', () =>
    expect(
      chartOf({ title: 'None', series: ['Oaks'], rows: [{ label: 'North', values: [0] }] }).rows[0]?.bars[0]?.width,
    ).toBe(0));
});
