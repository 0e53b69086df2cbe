import { readFileSync } from 'node:fs';
import { searchList } from './all-projects.table.ts';
import { projectLists } from './lists.module.ts';

const measured = readFileSync(new URL('../../../../bench/src/lists/pages.table.ts', import.meta.url), 'utf8');
const lists = projectLists.filter((one) => one !== searchList).map((one) => [one.address, one] as const);

describe('Every list', () => {
  it.each(lists.filter(([address]) => !address.endsWith('/:key')))(
    'has a way that leads to it: %s',
    (address, { area }) =>
      expect(area?.places.flatMap(({ href, tabs = [] }) => [href, ...tabs.map((tab) => tab.href)])).toContain(
        `/${address}`,
      ),
  );

  it.each(lists.filter(([address]) => address.endsWith('/:key')))('of one group has a list of groups: %s', (address) =>
    expect(lists.map(([other]) => other)).toContain(address.replace('/:key', '')),
  );

  it.each(projectLists.map(({ address }) => address))('is measured at 100,000 projects: %s', (address) =>
    expect(measured).toMatch(new RegExp(`^  '?${address.replace(':key', "[^']+")}'?: \\[`, 'm')),
  );
});
