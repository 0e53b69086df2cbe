import { anExampleTrust, type CompleteProject, TrustChanged } from '@academies/contracts';
import type { Visitor } from '@academies/identity';
import { applyRegisterEvents } from '@academies/register';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
let caseworker: Visitor;
let leader: Visitor;
let support: Visitor;
let id: string;
const casey = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
const send = (who: Visitor, path: string, typed: Record<string, string>) => who.post(`/projects/${id}/${path}`, typed);
const read = async (who: Visitor, path: string) => (await who.get(`/projects/${id}/${path}`)).text;
const project = async () => (await fixture.projectOf(id)) as CompleteProject;

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  [caseworker, leader, support] = [
    await fixture.as('caseworker'),
    await fixture.as('teamLeader'),
    await fixture.as('serviceSupport'),
  ];
});
beforeEach(async () => {
  await fixture.ask('update project set document = document || \'{"state": "deleted"}\'');
  ({ id } = await fixture.aProject({ state: 'active', team: 'regional_casework_services', assignedTo: casey }));
});
afterAll(() => fixture?.stop());

describe('Who works on a project', () => {
  it('is changed by the leader of its team, and the history says it', async () => {
    const people = /<option value="([^"]+)"/g;
    const offered = [...(await read(leader, 'people/assign')).matchAll(people)].map(([, value]) => value);
    expect(offered).toContain(casey.email);
    await send(leader, 'people/assign', { person: 'nobody' });
    expect((await project()).assignedTo).toBeNull();
    await send(leader, 'people/assign', { person: casey.email });
    expect((await project()).assignedTo).toEqual(casey);
    const text = await read(leader, 'history?kind=people');
    expect(text).toContain('Assigned to');
    expect(text).toContain(casey.email);
    expect((await send(leader, 'people/assign', { person: 'nobody@nowhere.example' })).status).toBe(400);
  });

  it('is not changed by who is assigned, who hands it to another team instead; then it is unassigned', async () => {
    expect((await send(caseworker, 'people/assign', { person: 'nobody' })).status).toBe(403);
    await send(caseworker, 'people/team', { team: 'london', comment: 'The land is leased.' });
    expect(await read(caseworker, 'notes')).toContain('The land is leased.');
    expect(await project()).toMatchObject({ team: 'london', assignedTo: null });
    expect(await fixture.ask('select team from team_notice where project_id = ?', [id])).toEqual([{ team: 'london' }]);
    expect((await send(caseworker, 'people/team', { team: 'south_west', comment: 'x' })).status).toBe(403);
  });

  it('names who added it, which service support corrects', async () => {
    await send(support, 'people/added-by', { person: casey.email });
    expect((await project()).createdBy).toEqual(casey);
  });
});

describe('Facts about a project', () => {
  it('are corrected by who runs it: 2RI, folders, group', async () => {
    await send(caseworker, 'about/two-requires-improvement', { answer: 'yes' });
    await send(caseworker, 'about/group', { group: 'GRP_00000042' });
    const link = 'https://educationgovuk.sharepoint.com/sites/new';
    const refused = await send(caseworker, 'about/sharepoint', { school: link, incomingTrust: 'https://example.com' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('educationgovuk.sharepoint.com')]);
    await send(caseworker, 'about/sharepoint', { school: link, incomingTrust: link });
    expect(await project()).toMatchObject({
      twoRequiresImprovement: true,
      group: 'GRP_00000042',
      sharePoint: { school: link, incomingTrust: link },
    });
    expect(await read(caseworker, 'history?kind=about')).toContain('GRP_00000042');
  });

  it('have the UKPRN of a new trust when the register has it', async () => {
    await fixture.ask('update project set document = document || ?::jsonb where id = ?', [
      JSON.stringify({
        formingAMat: true,
        incomingTrust: { ukprn: null, trn: 'TR90042', name: 'Larkmere Learning Trust' },
      }),
      id,
    ]);
    expect(await read(caseworker, 'about/trust-ukprn')).toContain('value="19000042"');
    expect((await send(caseworker, 'about/trust-ukprn', { ukprn: '19999999' })).status).toBe(400);
    await send(caseworker, 'about/trust-ukprn', { ukprn: '19000042' });
    expect((await project()).incomingTrust.ukprn).toBe('19000042');
  });
});

describe('Wrong trusts', () => {
  const oak = { ...anExampleTrust, ukprn: '19000055', trn: 'TR90055', groupUid: '9055', name: 'Oak Learning Trust' };
  const [incomingTrust, outgoingTrustUkprn] = [{ ukprn: oak.ukprn, trn: null, name: null }, null];
  const by = { email: 'sunny.mendwell@education.gov.uk', name: 'Sunny Mendwell' };
  const correction = { reason: 'The board named Oak' };
  /** As Handover leaves it when Prepare tells that the decision was corrected. */
  const correctedInPrepare = () =>
    fixture.ask(`update project set prepared_case = prepared_case || ?::jsonb where id = ?`, [
      JSON.stringify({
        corrected: { incomingTrust, outgoingTrustUkprn, ...correction, by, at: '2026-10-19T09:00:00.000Z' },
      }),
      id,
    ]);
  beforeAll(() =>
    fixture.orm.em
      .fork()
      .transactional((em) =>
        applyRegisterEvents([{ type: TrustChanged.type, value: { trust: oak }, sequence: 2 }], em),
      ),
  );

  it('become those of the corrected decision by service support, once; Prepare and Reporting are told, the history has both', async () => {
    await correctedInPrepare();
    expect(await read(support, 'about')).toContain(`/projects/${id}/about/trusts`);
    const asked = await read(support, 'about/trusts');
    for (const said of ['Sunny Mendwell corrected the decision', 'Oak Learning Trust', correction.reason])
      expect(asked).toContain(said);
    const before = (await fixture.events()).length;
    for (const said of ['The trusts were corrected', 'Nothing was changed'])
      expect((await send(support, 'about/trusts', correction)).text).toContain(said);
    expect((await project()).incomingTrust).toEqual(incomingTrust);
    const events = (await fixture.events()).slice(before);
    expect(events.map(({ type, payload }) => [type, payload.includes(oak.ukprn)])).toEqual([
      ['complete.project.changed.v1', true],
    ]);
    const history = await read(caseworker, 'history?kind=about');
    for (const said of ['19000042', oak.ukprn, 'The board named Oak']) expect(history).toContain(said);
    expect(await read(caseworker, 'about')).toContain('Oak Learning Trust');
    expect(await read(support, 'about/trusts')).toContain('has the trusts of the corrected decision');
  });

  it('stay while the decision in Prepare was not corrected, which says where that is done', async () => {
    expect(await read(support, 'about/trusts')).toContain('href="http://localhost:3001/projects/1042"');
    const { text } = await send(support, 'about/trusts', correction);
    expect(text).toContain('has to be corrected in Prepare first');
    expect((await project()).incomingTrust.ukprn).toBe('19000042');
  });

  it('stay where nobody says why, or the group has another', async () => {
    await correctedInPrepare();
    expect((await send(support, 'about/trusts', { reason: '' })).text).toContain('Enter why the trusts are corrected');
    await fixture.ask(`update project set document = document || '{"group": "GRP_00000009"}' where id = ?`, [id]);
    await fixture.aProject({ urn: '900300', prepareId: '300', state: 'active', group: 'GRP_00000009' });
    const { status, text } = await send(support, 'about/trusts', correction);
    expect([status, text]).toEqual([400, expect.stringContaining('GRP_00000009 have another incoming trust')]);
    expect((await project()).incomingTrust.ukprn).toBe('19000042');
  });

  it('are nothing that others correct', async () => {
    expect(await read(leader, 'about')).not.toContain('about/trusts');
    expect((await send(leader, 'about/trusts', correction)).status).toBe(403);
  });
});

describe('Notes', () => {
  it('are written once though sent twice, and changed by their author alone', async () => {
    const [, address = ''] =
      /href="\/projects\/[^/]+\/(notes\/[^"]+\/write)"/.exec(await read(caseworker, 'notes')) ?? [];
    await send(caseworker, address, { text: 'The solicitor called.' });
    await send(caseworker, address, { text: 'The solicitor called.' });
    expect(await fixture.ask('select text from note where project_id = ?', [id])).toHaveLength(1);
    const inCapitals = address.replace(/[0-9a-f-]{36}/, (id) => id.toUpperCase());
    for (const one of [address, inCapitals]) expect((await send(leader, one, { text: 'Mine now' })).status).toBe(403);
    await send(caseworker, address, { text: 'The solicitor called twice.' });
    expect(await read(leader, 'notes')).toContain('The solicitor called twice.');
    expect(await read(leader, 'history?kind=notes')).toContain('The solicitor called.');
    expect((await send(await fixture.as('dataConsumer'), address, { text: 'x' })).status).toBe(403);
  });

  it('are one where the same words come from two pages, and lose nothing to another page of their author', async () => {
    const draws = async () =>
      /href="\/projects\/[^/]+\/(notes\/[^"]+\/write)"/.exec(await read(caseworker, 'notes'))?.[1] ?? '';
    const [one, other] = [await draws(), await draws()];
    await Promise.all([one, other].map((page) => send(caseworker, page, { text: 'The solicitor called.' })));
    const notes = () =>
      fixture.ask<{ id: string; text: string }>('select id, text from note where project_id = ?', [id]);
    expect(await notes()).toHaveLength(1);
    const [note] = await notes();
    const changes = ['The solicitor called twice.', 'The trust called.'].map((text) =>
      send(caseworker, `notes/${note?.id}/write`, { text }),
    );
    const answers = (await Promise.all(changes)).map(({ status }) => status).sort();
    expect(answers).toEqual([200, 400]);
  });

  it.each(['nonsense', '1', '%00'])('and contacts have no address like %s', async (item) => {
    const before = await fixture.events();
    const contact = { category: 'school', name: 'Petra', role: 'Head' };
    expect((await send(caseworker, `notes/${item}/write`, { text: 'x' })).status).toBe(404);
    expect((await send(caseworker, `contacts/${item}/details`, contact)).status).toBe(404);
    expect(await fixture.events()).toEqual(before);
  });

  it('stay on their project, whatever address they are sent to', async () => {
    const [, address = ''] =
      /href="\/projects\/[^/]+\/(notes\/[^"]+\/write)"/.exec(await read(caseworker, 'notes')) ?? [];
    await send(caseworker, address, { text: 'Here' });
    const other = await fixture.aProject({ prepareId: '78', urn: '900200', state: 'active', assignedTo: casey });
    expect((await caseworker.post(`/projects/${other.id}/${address}`, { text: 'There' })).status).toBe(404);
    expect(await read(caseworker, 'notes')).toContain('Here');
  });
});
