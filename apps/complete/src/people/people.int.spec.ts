import { personas, visitor, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { assignable } from '../project/people.ts';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

const { caseworker: casey, teamLeader: tilda, dataConsumer: dale } = personas;
let fixture: CompleteService;
let sunny: Visitor;
const people = '/service-support/people';
const listed = async (which = '') => (await sunny.get(people + which)).text;
const deactivate = (email: string, typed: Record<string, string> = {}) =>
  sunny.post(`${people}/${encodeURIComponent(email)}/deactivate`, typed);
const activate = (email: string) => sunny.post(`${people}/${encodeURIComponent(email)}/activate`, {});
const offered = async (id: string) => (await sunny.get(`/projects/${id}/people/assign`)).text;
let number = 900_200;
const runBy = ({ email, name }: { email: string; name: string }) =>
  fixture.aProject({
    urn: String(++number),
    prepareId: String(number),
    state: 'active',
    team: 'regional_casework_services',
    assignedTo: { email, name },
  });

beforeAll(async () => {
  fixture = await aCompleteService();
  sunny = await fixture.as('serviceSupport');
  for (const who of ['teamLeader', 'dataConsumer', 'caseworker'] as const) await fixture.as(who);
});
afterAll(() => fixture.stop());

describe('The people whom Complete knows', () => {
  it('are listed as of their last sign-in, whatever they may do', async () => {
    const text = await listed();
    for (const { name, email } of [casey, tilda, dale]) for (const said of [name, email]) expect(text).toContain(said);
    expect(text).toContain('20 October 2026');
    expect(await listed('?search=tilda')).toContain('Leader');
    expect(await listed('?search=tilda')).not.toContain(casey.email);
  });

  it('are offered projects only if they work on them', async () => {
    const text = await offered((await runBy(casey)).id);
    expect([text.includes(tilda.email), text.includes(dale.email)]).toEqual([true, false]);
  });

  it('lead teams, and a team that nobody leads is named', async () => {
    const [, missing = ''] = /no active leader: ([^.]+)\./.exec(await listed()) ?? [];
    expect(missing).toContain('London');
    expect(missing).not.toContain('Regional Casework Services');
  });

  it('are added before they ever come, once', async () => {
    const typed = { name: 'Nell Newcome', email: 'Nell.Newcome@education.gov.uk', team: 'london' };
    expect((await sunny.post(`${people}/add`, typed)).text).toContain('Nell Newcome was added');
    expect(await offered((await runBy(casey)).id)).toContain('nell.newcome@education.gov.uk');
    const again = await sunny.post(`${people}/add`, typed);
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('knows Nell Newcome by this e-mail')]);
    const wrong = await sunny.post(`${people}/add`, { name: '', email: 'nell' });
    for (const said of ['Enter the name', 'correct format']) expect(wrong.text).toContain(said);
    const elsewhere = await sunny.post(`${people}/add`, { ...typed, email: 'nell@example.com' });
    expect([elsewhere.status, elsewhere.text]).toEqual([400, expect.stringContaining('ends with @education.gov.uk')]);
  });

  it('are the business of service support alone', async () => {
    const leader = await fixture.as('teamLeader');
    for (const path of ['', '/inactive', '/add', `/${casey.email}/deactivate`])
      expect((await leader.get(people + path)).status).toBe(403);
    expect((await sunny.get(`${people}/nobody@nowhere.example/deactivate`)).status).toBe(404);
  });
});

describe('Somebody who is deactivated', () => {
  afterEach(() => activate(casey.email));

  it('is signed out everywhere, and refused at the door with one sentence', async () => {
    const sessions = [await fixture.as('caseworker'), await fixture.as('caseworker')];
    await deactivate(casey.email, { to: 'nobody' });
    for (const session of sessions)
      expect((await session.get('/projects/yours', { follow: false })).status).toBeGreaterThanOrEqual(300);
    const again = await visitor(fixture.url).signIn(casey, '/projects/yours');
    expect([again.status, again.text]).toEqual([403, expect.stringContaining('Your access to Complete has ended.')]);
    expect(await fixture.ask(`select from web_session where sess #>> '{user,email}' = ?`, [casey.email])).toEqual([]);
    await activate(casey.email);
    expect((await visitor(fixture.url).signIn(casey, '/projects/yours')).status).toBe(200);
  });

  it('has handed projects on first, to one person, each with its event and history', async () => {
    const [one, other] = [await runBy(casey), await runBy(casey)];
    expect((await sunny.get(`${people}/${casey.email}/deactivate`)).text).toMatch(/They run \d+ active projects/);
    const asked = await deactivate(casey.email);
    expect([asked.status, asked.text]).toEqual([400, expect.stringContaining('Select who takes their projects')]);
    expect((await deactivate(casey.email, { to: casey.email })).status).toBe(400);
    const before = (await fixture.events()).length;
    expect((await deactivate(casey.email, { to: tilda.email })).text).toContain('Casey Workwise was deactivated');
    for (const { id } of [one, other]) {
      expect((await fixture.projectOf(id))?.assignedTo).toEqual({ email: tilda.email, name: tilda.name });
      expect((await sunny.get(`/projects/${id}/history?kind=people`)).text).toContain(casey.email);
    }
    const told = (await fixture.events()).slice(before).map(({ subject }) => subject);
    expect(told).toEqual(expect.arrayContaining([one.id, other.id]));
  });

  it('keeps no project that is assigned to them at the same moment', async () => {
    const { id } = await runBy(tilda);
    let done: Promise<unknown> | undefined;
    await fixture.orm.em.fork().transactional(async (em) => {
      const to = await assignable(em, casey.email);
      done = deactivate(casey.email, { to: tilda.email });
      await eventually(async () =>
        expect(
          await fixture.ask(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        ).toHaveLength(1),
      );
      await em.execute(`update project set document = jsonb_set(document, '{assignedTo}', ?::jsonb) where id = ?`, [
        JSON.stringify(to),
        id,
      ]);
    });
    await done;
    expect((await fixture.projectOf(id))?.assignedTo?.email).toBe(tilda.email);
  });

  it('gets no e-mail that still waits; who gets the projects gets one about all of them', async () => {
    await fixture.ask('delete from mail');
    await fixture.ask(
      `insert into mail (id, key, template, recipient, facts, due_at)
       values (gen_random_uuid(), 'waits', 'assigned_transfer', ?, '{}', now() + interval '1 hour')`,
      [casey.email],
    );
    await runBy(casey);
    await runBy(casey);
    await deactivate(casey.email, { to: tilda.email });
    expect(await fixture.ask('select template, recipient from mail')).toEqual([
      { template: 'assigned_several', recipient: tilda.email },
    ]);
  });

  it('is offered nowhere, and stands among the inactive', async () => {
    const { id } = await runBy(tilda);
    await deactivate(casey.email, { to: 'nobody' });
    expect(await offered(id)).not.toContain(casey.email);
    expect((await sunny.get('/projects/in-progress')).text).not.toContain(casey.email);
    expect((await sunny.get('/projects/team/by-user?team=regional_casework_services')).text).not.toContain(casey.email);
    expect(await listed()).not.toContain(casey.email);
    expect(await listed('/inactive')).toContain(casey.email);
    const added = await sunny.post(`${people}/add`, { name: 'Casey', email: casey.email });
    expect([added.status, added.text]).toEqual([400, expect.stringContaining('was deactivated')]);
  });

  it('is not whoever does it', async () => {
    const { status, text } = await deactivate(personas.serviceSupport.email);
    expect([status, text]).toEqual([409, expect.stringContaining('You cannot deactivate yourself')]);
  });
});
