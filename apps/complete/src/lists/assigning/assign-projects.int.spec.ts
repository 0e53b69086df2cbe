import { personas } from '@academies/identity';
import { aCompleteService, type CompleteService } from '../../fixtures/test-service.spec.ts';

let fixture: CompleteService;
const { caseworker: casey } = personas;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.as('caseworker');
});
afterAll(() => fixture.stop());

let urn = 900_100;
const unassigned = (facts = {}) =>
  fixture.aProject({
    urn: String(++urn),
    prepareId: String(urn),
    state: 'active',
    team: 'regional_casework_services',
    region: 'north_west',
    ...facts,
  });
const address = (...ids: string[]) => `/projects/assign?${ids.map((id) => `project=${id}`).join('&')}`;
const assign = async (who: keyof typeof personas, ids: string[], person: string = casey.email) =>
  (await fixture.as(who)).post(address(...ids), { person });

describe('Assigning from a list', () => {
  it('gives every ticked project to one person, each with its event', async () => {
    const ids = [(await unassigned()).id, (await unassigned()).id];
    const before = (await fixture.events()).length;
    expect((await assign('teamLeader', ids)).text).toContain('2 projects assigned to Casey Workwise');
    for (const id of ids) expect((await fixture.projectOf(id))?.assignedTo?.email).toBe(casey.email);
    const events = (await fixture.events()).slice(before);
    expect(events.map(({ type, subject }) => [type, subject])).toEqual(
      ids.map((id) => ['complete.project.changed.v1', id]),
    );
  });

  it.each([
    ['teamLeader', { team: 'regional_casework_services' }, { team: 'london' }],
    ['regionalDeliveryOfficer', { region: 'london' }, { region: 'north_west' }],
  ] as const)('is refused to a %s of another team or region, for all that were ticked', async (who, ofOwn, ofOther) => {
    const own = await unassigned(ofOwn);
    const other = await unassigned(ofOther);
    expect((await assign(who, [own.id, other.id])).status).toBe(403);
    expect((await fixture.projectOf(own.id))?.assignedTo).toBeNull();
  });

  it('is for the officers of the region and for service support', async () => {
    const [one, other] = [await unassigned({ region: 'london' }), await unassigned({ team: 'south_east' })];
    expect((await assign('regionalDeliveryOfficer', [one.id])).text).toContain('1 project assigned');
    expect((await assign('serviceSupport', [other.id])).text).toContain('1 project assigned');
  });

  it('says what is wrong and keeps what was ticked', async () => {
    const { id } = await unassigned();
    const nobody = await assign('teamLeader', [id], '');
    expect([nobody.status, nobody.text.includes('Select who will run them')]).toEqual([400, true]);
    expect((await assign('teamLeader', [id], 'nobody@example.org')).status).toBe(400);
    const nothing = await (await fixture.as('teamLeader')).get('/projects/assign');
    expect([nothing.url, nothing.text]).toEqual([
      `${fixture.url}/projects/team/unassigned`,
      expect.stringContaining('Tick at least one project of the list'),
    ]);
    expect((await (await fixture.as('caseworker')).get(address(id))).status).toBe(403);
  });

  it('says which project could not be assigned, and why', async () => {
    const { id } = await unassigned({ state: 'completed' });
    const { status, text } = await assign('teamLeader', [id]);
    expect([status, text.includes('The project is not active')]).toEqual([400, true]);
  });
});
