import { where } from './condition.ts';
import { askedOf } from './conditions-of.ts';
import { list, order, type Visitor } from './list.ts';
import { narrowedBy } from './narrowed-by.ts';

const visitor: Visitor = {
  email: 'remy@education.gov.uk',
  name: 'Remy',
  roles: [],
  team: 'london',
  today: '2026-10-20',
};
const choices = { london: 'London', north_west: 'North West', all: 'All' };
const projects = list({
  address: 'projects',
  title: 'Projects',
  needs: 'read-handover-list',
  rows: { table: 'listing', key: 'id', shown: '' },
  holds: () => where`true`,
  columns: [],
  empty: '',
  search: { hint: '', query: () => undefined },
  orders: { date: order('Date', 'l.date'), school: order('School', 'l.school') },
  filters: [
    { name: 'type', label: 'Type', any: { value: '', text: 'Any' }, choices, narrows: () => undefined },
    {
      name: 'region',
      label: 'Region',
      any: { value: 'all', text: 'All regions' },
      choices,
      first: ({ team }) => team,
      narrows: () => undefined,
    },
    { name: 'team', label: 'Team', choices, first: () => 'london', narrows: () => undefined },
  ],
});

/** The tags of an address, and where each leads, by the name of the filter that it takes away. */
const tagsOf = (address: string) => {
  const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
  const asked = askedOf(projects, query, visitor);
  const words = ({ name }: { name: string }) => choices[asked.filters[name] as keyof typeof choices];
  const { tags, clear } = narrowedBy({ list: projects, asked, visitor, path: '/projects' }, words);
  return [...tags.map(({ text, href }) => [text, href]), ['clear', clear]];
};

describe('What narrows a list', () => {
  it('is a tag each, which leads to the list without it and keeps the rest, the order too', () =>
    expect(tagsOf('/projects?search=vale&type=north_west&region=north_west&sort=school&page=3')).toEqual([
      ['Search: vale', '/projects?type=north_west&region=north_west&sort=school'],
      ['Type: North West', '/projects?search=vale&region=north_west&sort=school'],
      ['Region: North West', '/projects?search=vale&type=north_west&region=all&sort=school'],
      ['clear', '/projects?region=all&sort=school'],
    ]));

  it('can be what the list begins with, which is taken away by name', () =>
    expect(tagsOf('/projects')).toEqual([
      ['Region: London', '/projects?region=all'],
      ['clear', '/projects?region=all'],
    ]));

  it('is never a filter that always has a value', () =>
    expect(tagsOf('/projects?region=all&team=north_west')).toEqual([
      ['clear', '/projects?region=all&team=north_west'],
    ]));
});
