import type { Visitor } from '@academies/identity';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

let fixture: PrepareService;
let reader: Visitor;
const person = (name: string) => ({ email: `${name.toLowerCase()}@education.gov.uk`, name });
beforeAll(async () => {
  fixture = await aPrepareService();
  reader = await fixture.as('dataConsumer');
  for (let index = 0; index < 23; index++)
    await fixture.database.have({ assignedTo: person(index % 2 ? 'Odd' : 'Even') });
  await fixture.database.have({ status: 'declined', academies: [{ urn: '900128' }], assignedTo: null });
  await fixture.database.have({
    academies: [{ urn: '900129' }],
    group: 'GRP_00000007',
    proposedDecisionDate: '2027-01-15',
  });
  await fixture.database.have(transferFacts);
});
afterAll(() => fixture.stop());

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

  it('shows what narrows it, each of which can be taken away alone', async () => {
    const { text } = await reader.get('/conversions?status=declined&search=128&sort=school&page=2');
    expect(text).toContain('href="/conversions?search=128&amp;sort=school"');
    expect(text).toContain('Remove this filter: </span>Status: Declined</a>');
    expect(text).toContain('href="/conversions?status=declined&amp;sort=school"');
    expect((await reader.get('/conversions')).text).not.toContain('Remove this filter');
  });

  it('says what it does not narrow by, and why it does not search', async () => {
    const wrong = await reader.get('/conversions?status=wrong&region=london');
    expect(wrong.text).toContain('Not narrowed by status:');
    const short = await reader.get('/conversions?search=st');
    expect(short.text).toContain('Enter at least three letters of a name');
  });

  it('is found again as it was narrowed', async () => {
    await reader.get('/conversions?region=london');
    const [id] = await found('/conversions?search=1003');
    await reader.get('/conversions?region=london');
    expect((await reader.get(`/projects/${id}`)).text).toContain('href="/conversions?region=london"');
    await reader.get('/conversions');
    expect((await reader.get(`/projects/${id}`)).text).toContain('href="/conversions"');
    await reader.get(`/conversions?search=${'long'.repeat(400)}`);
    expect((await reader.get(`/projects/${id}`)).text).toContain('href="/conversions"');
  });
});

describe('The list of transfers', () => {
  it('names the academies, and both trusts', async () => {
    const { text } = await reader.get('/transfers?search=mill+lane');
    expect(text).toContain('Mill Lane Academy and 1 other');
    expect(text).toContain('From Old Mill Trust to Larkmere Learning Trust');
    expect(await found('/transfers?search=19000077')).toHaveLength(1);
  });
});
