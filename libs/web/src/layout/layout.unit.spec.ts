import { filters } from './filters.ts';
import { navigationFor } from './navigation-for.ts';
import { pagesOf } from './pages-of-list.ts';

describe('Filters', () => {
  it('say dates and money as people do', () => {
    expect(filters.date('2027-04-01')).toBe('1 April 2027');
    expect(filters.month('2027-04-01')).toBe('April 2027');
    expect(filters.dateTime('2027-07-01T08:30:00Z')).toBe('1 July 2027 at 9:30am');
    expect(filters.money(25000)).toBe('£25,000');
    expect(filters.money('1234.5')).toBe('£1,234.50');
  });

  it('say nothing of nothing', () => {
    for (const nothing of [null, undefined, '', 'no date']) {
      expect([
        filters.date(nothing),
        filters.month(nothing),
        filters.dateTime(nothing),
        filters.money(nothing),
      ]).toEqual(['', '', '', '']);
    }
  });
});

describe('Pages of a list', () => {
  it('keep the filters of the URL', () => {
    const pages = pagesOf({
      total: 95,
      query: { region: ['london', 'north_west'], page: '3', empty: '' },
      path: '/list',
    });
    expect(pages).toMatchObject({
      page: 3,
      last: 5,
      offset: 40,
      sentence: 'Showing 41 to 60 of 95',
      next: { href: '/list?region=london&region=north_west&page=4' },
    });
    expect(pages.items.map((item) => ('number' in item ? item.number : '…'))).toEqual([1, 2, 3, 4, 5]);
  });

  it('leave out what is far', () => {
    const { items } = pagesOf({ total: 1_000, query: { page: '20' }, path: '/' });
    expect(items.map((item) => ('number' in item ? item.number : '…'))).toEqual([1, '…', 19, 20, 21, '…', 50]);
  });

  it.each(['0', '-1', '9999999', 'two', ['2'], undefined])('take %j for a page that exists', (page) => {
    expect(pagesOf({ total: 30, query: { page }, path: '/' }).page).toBe(1);
  });

  it('end where the list ends', () =>
    expect(pagesOf({ total: 30, query: { page: '7' }, path: '/' })).toMatchObject({ page: 2, offset: 20 }));
});

describe('The navigation', () => {
  const user = { email: 'a@b', name: 'A', roles: ['caseworker'] as const };
  const items = [
    { text: 'Home', href: '/' },
    { text: 'Projects', href: '/projects' },
    { text: 'Yours', href: '/projects/yours' },
    { text: 'Mend', href: '/mend', needs: 'service-support' as const },
  ];

  it('marks the nearest place, and shows only what one may see', () => {
    expect(navigationFor(items, user, '/projects/yours/added').filter(({ active }) => active)).toMatchObject([
      { text: 'Yours' },
    ]);
    expect(navigationFor(items, user, '/').filter(({ active }) => active)).toMatchObject([{ text: 'Home' }]);
    expect(navigationFor(items, user, '/').map(({ text }) => text)).not.toContain('Mend');
  });

  it('is empty for those who have not signed in', () => expect(navigationFor(items, undefined, '/')).toEqual([]));
});
