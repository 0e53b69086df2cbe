import fc from 'fast-check';
import { columnNames } from '../columns/columns.ts';
import { filters } from '../filters/filters.table.ts';
import { namedPeriods, type PeriodName } from '../filters/named-periods.ts';
import { dateColumns } from '../filters/narrow-row.ts';
import { addressOf, type Choice, columnsOf, narrowingOf, readChoice } from './choice.ts';
import { orders } from './orders.table.ts';

const queryOf = (address: string) => {
  const parameters = new URLSearchParams(address);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
};
const read = (address: string) => readChoice(queryOf(address));
const messages = (address: string) => read(address).problems.map(({ message }) => message);

describe('The address of an own choice', () => {
  it('is short and readable, whole groups of columns by their name', () => {
    const address = '?kind=conversion&region=london,south-east&period=financial-year&columns=school_urn,dates';
    expect(addressOf(read(address).choice)).toBe(address);
  });

  it('takes a name that is given several times, as a form without JavaScript sends it', () =>
    expect(addressOf(read('region=london&region=south-east&search=').choice)).toBe('?region=london,south-east'));

  it('says nothing for everything', () => {
    expect(addressOf(read('').choice)).toBe('');
    expect(columnsOf(read('').choice).map(({ name }) => name)).toEqual(columnNames);
  });

  it('says what it was made of, whatever the choice', () => {
    const closed = filters.filter(({ offers }) => offers);
    const aChoice: fc.Arbitrary<Choice> = fc.record({
      columns: fc.uniqueArray(fc.constantFrom(...columnNames), { maxLength: 60 }),
      filters: fc
        .uniqueArray(fc.constantFrom(...closed), { maxLength: 5 })
        .map((some) => Object.fromEntries(some.map(({ name, offers }) => [name, [offers?.[0]?.value ?? '']]))),
      search: fc.constantFrom('', 'larkmere', 'st mary, 100%', 'a&b=école'),
      on: fc.constantFrom(...dateColumns.map(({ name }) => name)),
      period: fc.constantFrom<Choice['period'][]>(...(Object.keys(namedPeriods) as PeriodName[]), {
        from: '2027-04',
        to: '2027-06',
      }),
      order: fc.uniqueArray(fc.constantFrom(...orders.flatMap(({ name }) => [name, `-${name}`])), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(aChoice, (choice) => {
        const back = read(addressOf(choice));
        expect(back.problems).toEqual([]);
        expect(back.choice).toEqual(choice);
      }),
    );
  });

  it('is told all that is wrong with it at once, a message each', () =>
    expect(
      messages(
        'region=paris&state=asleep&columns=shoe_size&order=shoe&on=school_name&from=2027-05&to=2027-04&search=ab&colour=red',
      ),
    ).toEqual([
      'colour is not known here',
      'There is no column called “shoe_size”',
      expect.stringContaining('State in Complete: “asleep” cannot be meant. Use not-yet'),
      expect.stringContaining('Region: “paris” cannot be meant. Use london'),
      expect.stringContaining('Rows cannot be ordered by “shoe”'),
      'Search for a word or number of at least three signs',
      '“school_name” is not a column with dates',
      'The last month must be the same as or after the first month',
    ]));

  it('takes no period beside months', () =>
    expect(messages('period=this-month&from=2027-04&to=2027-04')).toEqual([
      'Choose either a period or the months from and to, not both',
    ]));
});

describe('The rows of an own choice', () => {
  const narrowed = (address: string) => narrowingOf(read(address).choice, '2027-03-31');

  it('hold one value of each filter, and every word of the search', () =>
    expect(narrowed('region=london,south-east&hold=yes&trust=TR01234&search=St+Mary’s').where).toEqual([
      `c."region" in ('London', 'South East')`,
      `c."hold" in ('yes')`,
      `c."trusts" && array['TR01234']::text[]`,
      `c.words like '%st%'`,
      `c.words like '%marys%'`,
    ]));

  it('have a date in the months that the period means today', () =>
    expect(narrowed('period=financial-year&on=decision_date').where).toEqual([
      `c."decision_date" between '2026-04-01' and '2027-03-31'`,
    ]));

  it('are in the order of the choice, then as in every file', () =>
    expect(narrowed('order=-decision_date,school').order).toEqual([
      'c.decision_date desc',
      'c.school_in_order',
      'c.school_urn',
      'c.project_reference',
    ]));

  it.each(filters.map((filter) => [filter.name, filter] as const))(
    'never take what is typed for %s as SQL',
    (_, { reads, narrows }) => {
      const value = `x'@y.z`;
      if (reads(value) !== undefined) expect(narrows([value])).toContain(`'x''@y.z'`);
    },
  );
});
