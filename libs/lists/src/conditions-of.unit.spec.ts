import { where } from './condition.ts';
import { type Askable, askedOf, conditionsOf, misunderstood } from './conditions-of.ts';
import { order } from './list.ts';

const somebody = {
  email: 'casey@education.gov.uk',
  name: 'Casey',
  roles: [],
  team: 'london',
  today: '2026-10-20',
} as const;
const projects: Askable = {
  holds: ({ email }) => where`l.state = 'active' and l.assigned_to = ${email}`,
  orders: { newest: order('Newest', 'l.number desc'), school: order('School', 'l.school') },
  search: { hint: 'A name', query: (text) => (text === '%' ? undefined : `'${text}':*`) },
  filters: [
    {
      name: 'region',
      label: 'Region',
      any: { value: 'all', text: 'All regions' },
      choices: { london: 'London', north_west: 'North West' },
      first: ({ team }) => team,
      narrows: (region) => where`l.region = ${region}`,
    },
    {
      name: 'month',
      label: 'Month',
      any: { value: '', text: 'Any month' },
      choices: () => Promise.resolve([]),
      accepts: (month) => /^\d{4}-\d\d$/.test(month),
      narrows: (month) => where`l.day >= ${month} and l.day < ${`${month}-99`}`,
    },
  ],
};
const holds = (query: Record<string, unknown>) => conditionsOf(projects, askedOf(projects, query, somebody), somebody);

describe('A value that is none of a filter', () => {
  it.each([
    [{ region: 'atlantis' }, ['Region']],
    [{ month: 'soon', region: ['london', 'north_west'] }, ['Region', 'Month']],
    [{ region: 'london', month: '2027-04', other: 'x' }, []],
    [{ region: '', month: '' }, []],
  ])('is told: %j', (query, labels) => expect(misunderstood(projects, query, somebody)).toEqual(labels));
});

describe('What a list holds', () => {
  it('begins with its own condition and what filters begin with', () =>
    expect(holds({})).toMatchObject({
      sql: `l.state = 'active' and l.assigned_to = $1\n   and l.region = $2`,
      parameters: ['casey@education.gov.uk', 'london'],
    }));

  it('is narrowed by each filter and by the search, every value a parameter', () =>
    expect(holds({ region: 'north_west', month: '2027-01', search: 'larkmere' })).toMatchObject({
      sql: [
        `l.state = 'active' and l.assigned_to = $1`,
        'l.region = $2',
        'l.day >= $3 and l.day < $4',
        'l.words @@ $5::tsquery',
      ].join('\n   and '),
      parameters: ['casey@education.gov.uk', 'north_west', '2027-01', '2027-01-99', `'larkmere':*`],
    }));

  it.each([
    ['the choice that narrows nothing', { region: 'all' }, []],
    ['a value that there is not', { region: 'mars' }, ['london']],
    ['what an object has by nature', { region: 'constructor' }, ['london']],
    ['a month that is none', { region: 'all', month: "'; drop table project" }, []],
    ['the same name twice', { region: ['all', 'north_west'] }, ['london']],
  ])('takes %s for what it says', (_, query, parameters) =>
    expect(holds(query).parameters).toEqual(['casey@education.gov.uk', ...parameters]),
  );

  it('is nothing for a search without a word', () => expect(holds({ search: '%' }).sql).toContain('false'));

  it('is in the order of the URL, if there is one of that name', () => {
    const orderOf = (sort: string) => askedOf(projects, { sort }, somebody).order;
    expect([orderOf('school'), orderOf('up'), orderOf('toString')]).toEqual(['school', 'newest', 'newest']);
  });
});
