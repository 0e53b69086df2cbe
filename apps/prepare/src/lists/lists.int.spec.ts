import type { Visitor } from '@academies/identity';
import { aGround, type Ground } from '../testing-ground/ground.spec.ts';
import { transferFacts } from '../testing-ground/test-database.spec.ts';

let ground: Ground;
let reader: Visitor;
const person = (name: string) => ({ email: `${name.toLowerCase()}@education.gov.uk`, name });
beforeAll(async () => {
  ground = await aGround();
  reader = await ground.as('dataConsumer');
  for (let index = 0; index < 23; index++)
    await ground.database.have({ assignedTo: person(index % 2 ? 'Odd' : 'Even') });
  await ground.database.have({ status: 'declined', academies: [{ urn: '900128' }], assignedTo: null });
  await ground.database.have({
    academies: [{ urn: '900129' }],
    group: 'GRP_00000007',
    proposedDecisionDate: '2027-01-15',
  });
  await ground.database.have(transferFacts);
}, 90_000);
afterAll(() => ground.stop());

const found = async (path: string) => {
  const { text, status } = await reader.get(path);
  expect(status).toBe(200);
  return [...text.matchAll(/href="\/projects\/(\d+)"/g)].map(([, id]) => Number(id));
};

describe('The list of conversions', () => {
  it('shows twenty a page, newest first, and keeps the filters from page to page', async () => {
    const first = await found('/conversions?assigned=odd%40education.gov.uk');
    expect(first).toHaveLength(11);
    expect(first).toEqual([...first].sort((one, other) => other - one));
    expect(await found('/conversions')).toHaveLength(20);
    expect(await found('/conversions?page=2')).toHaveLength(5);
    expect((await reader.get('/conversions?page=2&sort=school')).text).toContain('sort=school&amp;page=1');
  });

  it.each([
    ['status', '/conversions?status=declined', 1],
    ['nobody assigned', '/conversions?assigned=nobody', 1],
    ['the month of the decision', '/conversions?month=2027-01', 1],
    ['region', '/conversions?region=london&page=2', 5],
    ['a region where nothing is', '/conversions?region=south_west', 0],
    ['local authority', '/conversions?authority=911&status=declined', 1],
    ['handover state', '/conversions?handover=rejected', 0],
    ['URN', '/conversions?search=900129', 1],
    ['words of a name in any order', '/conversions?search=129+larkmere', 1],
    ['group', '/conversions?search=grp_00000007', 1],
    ['the number of the project', '/conversions?search=1003', 1],
    ['trust', '/conversions?search=learning+trust&page=2', 5],
    ['what nobody has', '/conversions?search=%25%27%3B--', 0],
    ['filters that say nothing', '/conversions?status=wrong&region=mars&sort=up&month=2027-13&page=2', 5],
    ['a page beyond the last', '/conversions?page=99', 5],
    ['a page that is none', '/conversions?page=-1', 20],
  ])('is narrowed by %s', async (_, path, count) => expect(await found(path)).toHaveLength(count));
});

describe('The list of transfers', () => {
  it('names the academies, and both trusts', async () => {
    const { text } = await reader.get('/transfers?search=mill+lane');
    expect(text).toContain('Mill Lane Academy and 1 other');
    expect(text).toContain('From Old Mill Trust to Larkmere Learning Trust');
    expect(await found('/transfers?search=19000077')).toHaveLength(1);
  });
});
