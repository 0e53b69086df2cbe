import { readFileSync } from 'node:fs';
import { projectLists } from './project-lists.table.ts';

const measured = readFileSync(new URL('../../../../bench/src/lists/pages.table.ts', import.meta.url), 'utf8');

it.each(projectLists.map(({ address }) => address))('A list is measured at 100,000 projects: %s', (address) =>
  expect(measured).toContain(`  ${address}: [`),
);
