import type { CompleteProject } from '@academies/contracts';
import { hiddenIn, personas, type Visitor } from '@academies/identity';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

const { caseworker: casey, teamLeader: tilda, regionalDeliveryOfficer: remy } = personas;
let fixture: CompleteService;
let [caseworker, leader, officer, support] = [] as unknown as [Visitor, Visitor, Visitor, Visitor];
let id: string;
const own = '/projects/yours/absence';
const caseys = `/people/${casey.email}/absence`;
const day = (name: string, [date, month, year]: readonly [number, number, number]) => ({
  [`${name}-day`]: String(date),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
});
const today = [20, 10, 2026] as const;
const typed = ({
  from = today as readonly [number, number, number],
  to = [4, 1, 2027] as readonly [number, number, number],
  standIn = remy.email,
} = {}) => ({
  ...day('from', from),
  ...day('to', to),
  standIn,
});
const isAway = () => fixture.ask<object>('select * from absence');
const aProject = (urn: string, facts: Partial<CompleteProject> = {}) =>
  fixture.aProject({
    urn,
    prepareId: urn,
    state: 'active',
    team: 'regional_casework_services',
    assignedTo: { email: casey.email, name: casey.name },
    ...facts,
  });
const hold = { reason: 'The school is surveyed' };

beforeAll(async () => {
  fixture = await aCompleteService();
  caseworker = await fixture.as('caseworker');
  leader = await fixture.as('teamLeader');
  officer = await fixture.as('regionalDeliveryOfficer');
  support = await fixture.as('serviceSupport');
});
let urn = 920_100;
beforeEach(async () => {
  await fixture.ask('delete from absence');
  await fixture.ask('delete from mail');
  ({ id } = await aProject(String(++urn)));
});
afterAll(() => fixture?.stop());

describe('While somebody is away', () => {
  it('who stands in saves what the assigned person may, under their own name; before and afterwards they do not', async () => {
    const task = `/projects/${id}/tasks/risk_protection_arrangement`;
    const tries = async () => [
      (await officer.post(`/projects/${id}/hold`, hold)).status,
      (await officer.post(task, { option: 'standard' })).status,
      (await officer.get(`/projects/${id}/contacts/add`)).status,
    ];
    expect(await tries()).toEqual([403, 403, 403]);
    await caseworker.post(own, typed({ from: [21, 10, 2026] }));
    expect(await tries()).toEqual([403, 403, 403]);
    expect((await caseworker.post(own, typed())).text).toContain(
      'Saved: Casey Workwise is away now, until 4 January 2027',
    );
    expect(await tries()).toEqual([200, 200, 200]);
    expect(await fixture.projectOf(id)).toMatchObject({ onHold: hold, assignedTo: { email: casey.email } });
    const lines = await fixture.ask('select distinct by_name from history where project_id = ?', [id]);
    expect(lines).toEqual([{ by_name: remy.name }]);
    expect((await caseworker.post(`${own}/end`, {})).text).toContain('The absence of Casey Workwise has ended');
    expect((await officer.post(`/projects/${id}/hold/end`, { sure: 'yes' })).status).toBe(403);
    expect((await caseworker.post(`/projects/${id}/hold/end`, { sure: 'yes' })).status).toBe(200);
  });

  it('their projects say so, and who stands in finds them', async () => {
    await caseworker.post(own, typed());
    const said = 'Casey Workwise is away until 4 January 2027; Remy Londonton stands in';
    for (const path of [
      `/projects/${id}`,
      `/projects/${id}/people`,
      `/projects/by-user/${casey.email}`,
      '/projects/yours',
    ])
      expect((await caseworker.get(path)).text).toContain(said);
    for (const list of ['by-user', 'team/by-user'])
      expect((await caseworker.get(`/projects/${list}`)).text).toContain(
        'Away until 4 January 2027; Remy Londonton stands in',
      );
    const yours = (await officer.get('/projects/yours')).text;
    expect(yours).toMatch(
      /You stand in for Casey Workwise until 4 January 2027: <a [^>]*by-user\/casey.workwise%40[^>]*>\d+ projects? in progress/,
    );
    await fixture.ask('update person set deactivated_at = now() where email = ?', [remy.email]);
    expect((await leader.get(`/projects/${id}`)).text).toContain('until 4 January 2027; nobody stands in');
    await fixture.ask('update person set deactivated_at = null where email = ?', [remy.email]);
  });

  it('who stands in is told of what is assigned to them', async () => {
    await caseworker.post(own, typed());
    const { id: other } = await aProject(String(++urn), { assignedTo: null });
    await leader.post(`/projects/${other}/people/assign`, { person: casey.email });
    expect(await fixture.ask(`select recipient, facts ->> 'whom' as whom from mail order by recipient`)).toEqual([
      { recipient: casey.email, whom: 'you' },
      { recipient: remy.email, whom: 'Casey Workwise, for whom you stand in' },
    ]);
  });
});

describe('An absence', () => {
  it.each([
    [typed({ from: [19, 10, 2026] }), 'must be today or later'],
    [typed({ to: [19, 10, 2026] }), 'must not be before the first'],
    [typed({ to: [20, 10, 2027] }), 'lasts a year at most'],
    [typed({ standIn: casey.email }), 'Nobody stands in for themselves'],
    [typed({ standIn: personas.dataConsumer.email }), 'Select a person from the list'],
    [{}, 'Enter the first day away'],
  ])('is refused with what was typed: %j', async (wrong, message) => {
    const { status, text } = await caseworker.post(own, wrong);
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
    expect(await isAway()).toEqual([]);
  });

  it('is entered for somebody by a leader of their team and service support, from the page of their projects', async () => {
    expect((await leader.get(`/projects/by-user/${casey.email}`)).text).toContain(
      '/people/casey.workwise%40education.gov.uk/absence',
    );
    expect((await leader.post(caseys, typed())).text).toContain('Saved: Casey Workwise is away now');
    expect((await caseworker.get(own)).text).toContain('Entered by Tilda Leadbright on 20 October 2026');
    expect((await support.post(caseys, typed({ to: [30, 10, 2026] }))).status).toBe(200);
    expect(await isAway()).toEqual([expect.objectContaining({ last_day: '2026-10-30', stand_in: remy.email })]);
    expect((await officer.get(`/projects/by-user/${casey.email}`)).text).not.toContain('/absence');
    for (const address of [caseys, `${caseys}/end`]) expect((await officer.post(address, typed())).status).toBe(403);
    expect((await caseworker.get(`/people/${tilda.email}/absence`)).status).toBe(403);
    expect((await support.get(`/people/${personas.dataConsumer.email}/absence`)).status).toBe(404);
  });

  it('of which two change the same is shown to the second', async () => {
    const { text } = await caseworker.get(own);
    const shown = hiddenIn(text, 'shown');
    await leader.post(caseys, typed());
    const late = await caseworker.post(own, { ...typed({ standIn: tilda.email }), shown });
    expect(late.status).toBe(400);
    expect(await isAway()).toEqual([expect.objectContaining({ stand_in: remy.email })]);
  });
});
