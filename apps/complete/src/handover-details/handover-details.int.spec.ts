import { hiddenIn, personas } from '@academies/identity';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' }, { urn: '900124', name: 'Ashdown Primary School' });
});
afterAll(() => fixture.stop());

const link = (path: string) => `https://educationgovuk.sharepoint.com/sites/${path}`;
const answers = (more: Record<string, string> = {}) => ({
  with_casework: 'no',
  comments: '',
  school_link: link('school'),
  incoming_trust_link: link('trust'),
  two_requires_improvement: 'no',
  ...more,
});
let urn = 900_200;
const anArrived = () => fixture.aProject({ urn: String(urn++), prepareId: String(urn) });
const detailsOf = (id: string) => `/projects/${id}/handover/details`;

describe('Adding handover details', () => {
  it('leads from the list by way of the right project to an active one, in the region and assigned', async () => {
    const remy = await fixture.as('regionalDeliveryOfficer');
    const project = await fixture.aProject({ urn: '900124' });
    expect((await remy.get('/handover')).text).toContain('Ashdown Primary School');
    expect((await remy.get(`/projects/${project.id}`)).text).toContain(`/projects/${project.id}/handover/check`);
    expect((await remy.get(`/projects/${project.id}/handover/check`)).text).toContain('Larkmere Learning Trust');
    const done = await remy.post(detailsOf(project.id), answers());
    expect(done.url).toBe(`${fixture.url}/projects/${project.id}`);
    expect(done.text).toContain('Handover details added');
    const { email, name } = personas.regionalDeliveryOfficer;
    expect(await fixture.projectOf(project.id)).toMatchObject({
      state: 'active',
      team: 'london',
      assignedTo: { email, name },
      twoRequiresImprovement: false,
      sharePoint: { school: link('school') },
      tasks: { sponsored_support_grant: { notApplicable: true } },
    });
    for (const list of ['/projects/in-progress', '/projects/yours'])
      expect((await remy.get(list)).text).toContain('Ashdown Primary School');
    expect((await remy.get('/handover')).text).not.toContain('Ashdown Primary School');
  });

  it('says at once everything that is wrong, each by its field, and takes links as long as SharePoint makes them', async () => {
    const project = await anArrived();
    const remy = await fixture.as('regionalDeliveryOfficer');
    const elsewhere = 'https://example.org/folder';
    const wrong = await remy.post(
      detailsOf(project.id),
      answers({ school_link: elsewhere, incoming_trust_link: 'folder', two_requires_improvement: '' }),
    );
    const [, summary = ''] = /govuk-error-summary__list([\s\S]*?)<\/ul>/.exec(wrong.text) ?? [];
    expect([...summary.matchAll(/href="#(\w+)"/g)].map(([, field]) => field)).toEqual([
      'school_link',
      'incoming_trust_link',
      'two_requires_improvement',
    ]);
    expect(summary).toContain('The SharePoint link of the school or academy must start with https://educationgovuk');
    expect((await remy.get(detailsOf(project.id))).text).toContain(
      'Links to SharePoint start with https://educationgovuk',
    );
    const long = link(`school?id=${'a'.repeat(900)}`);
    await remy.post(detailsOf(project.id), answers({ school_link: long }));
    expect(await fixture.projectOf(project.id)).toMatchObject({ sharePoint: { school: long } });
  });

  it('leaves a project to Regional Casework Services unassigned, and tells their team leader', async () => {
    const project = await anArrived();
    const remy = await fixture.as('regionalDeliveryOfficer');
    await remy.post(detailsOf(project.id), answers({ with_casework: 'yes', comments: 'The land\nis leased' }));
    expect(await fixture.projectOf(project.id)).toMatchObject({ team: 'regional_casework_services', assignedTo: null });
    expect((await remy.get(`/projects/${project.id}/notes`)).text).toContain('The land\nis leased');
    const leader = await fixture.as('teamLeader');
    const list = await leader.get('/projects/team/unassigned');
    expect(list.text).toContain('1 project was handed over to your team and waits for somebody');
    expect(list.text).toContain(project.urn);
    expect((await remy.get('/projects/team/unassigned?team=regional_casework_services')).text).not.toContain(
      'your team',
    );
  });

  it('says each thing that is wrong, keeps what was typed, and saves nothing', async () => {
    const project = await anArrived();
    const remy = await fixture.as('regionalDeliveryOfficer');
    const empty = await remy.post(detailsOf(project.id), {});
    expect(empty.status).toBe(400);
    for (const message of ['Select whether Regional Casework Services', 'Enter the SharePoint link of the school'])
      expect(empty.text).toContain(message);
    const wrong = await remy.post(
      detailsOf(project.id),
      answers({ with_casework: 'yes', school_link: 'https://elsewhere.example/sites' }),
    );
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Enter comments for Regional Casework Services');
    expect(wrong.text).toContain(
      'SharePoint link of the school or academy must start with https://educationgovuk.sharepoint.com',
    );
    expect(wrong.text).toContain('https://elsewhere.example/sites');
    expect((await fixture.projectOf(project.id))?.state).toBe('inactive');
  });

  it('asks again before somebody takes over a project of another region, and says what becomes of it', async () => {
    const project = await fixture.aProject({ urn: String(urn++), region: 'north_west' });
    const remy = await fixture.as('regionalDeliveryOfficer');
    const asked = await remy.get(detailsOf(project.id));
    for (const said of ['This project is in North West', 'Your team, London, runs it', 'Their team leaders are told'])
      expect(asked.text).toContain(said);
    const refused = await remy.post(detailsOf(project.id), answers());
    expect({ status: refused.status, text: refused.text }).toEqual({
      status: 400,
      text: expect.stringContaining('Tick that you take over a project of North West'),
    });
    expect(await fixture.projectOf(project.id)).toMatchObject({ state: 'inactive' });
    expect((await remy.post(detailsOf(project.id), answers({ other_region: 'no' }))).status).toBe(400);
    await remy.post(detailsOf(project.id), answers({ other_region: 'agreed' }));
    expect(await fixture.projectOf(project.id)).toMatchObject({
      state: 'active',
      team: 'london',
      region: 'north_west',
    });
  });

  it('needs the outgoing trust folder of a transfer', async () => {
    const project = await fixture.aProject({ kind: 'transfer', urn: '900300', outgoingTrustUkprn: '19000077' });
    const remy = await fixture.as('regionalDeliveryOfficer');
    const wrong = await remy.post(detailsOf(project.id), answers());
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('href="#outgoing_trust_link"')]);
    await remy.post(detailsOf(project.id), answers({ outgoing_trust_link: link('old') }));
    expect((await fixture.projectOf(project.id))?.sharePoint.outgoingTrust).toBe(link('old'));
  });

  it('lets service support choose region and person', async () => {
    await fixture.as('otherRegionalDeliveryOfficer');
    const project = await anArrived();
    const sunny = await fixture.as('serviceSupport');
    const wrong = await sunny.post(detailsOf(project.id), answers({ person: 'nobody@education.gov.uk' }));
    expect(wrong.text).toContain('Choose the person who runs the project');
    const { email, name } = personas.otherRegionalDeliveryOfficer;
    await sunny.post(detailsOf(project.id), answers({ region: 'north_west', person: email }));
    expect(await fixture.projectOf(project.id)).toMatchObject({ team: 'north_west', assignedTo: { email, name } });
  });

  it('happens once, though the form is posted twice at the same moment', async () => {
    const project = await anArrived();
    const remy = await fixture.as('regionalDeliveryOfficer');
    const page = await remy.get(detailsOf(project.id));
    const token = hiddenIn(page.text, '_csrf');
    const posts = await Promise.all(
      [1, 2, 3].map(() => remy.post(detailsOf(project.id), answers({ comments: 'Once' }), { token, follow: false })),
    );
    expect(posts.every(({ status }) => status === 303 || status === 409)).toBe(true);
    const later = await remy.post(detailsOf(project.id), answers(), { token });
    expect(later.text).toContain('Handover details have been added to this project already');
    const events = (await fixture.events()).filter(({ subject }) => subject === project.id);
    expect(events.map(({ type }) => type)).toEqual(['complete.project.handover-details-added.v1']);
    expect(await fixture.ask('select text from note where project_id = ?', [project.id])).toEqual([{ text: 'Once' }]);
  });

  it('says who was faster and what was answered otherwise, and saves nothing of it', async () => {
    const project = await anArrived();
    const [remy, sunny] = [await fixture.as('regionalDeliveryOfficer'), await fixture.as('serviceSupport')];
    const page = await sunny.get(detailsOf(project.id));
    const token = hiddenIn(page.text, '_csrf');
    await remy.post(detailsOf(project.id), answers({ with_casework: 'yes', comments: 'Mine' }));
    const before = await fixture.projectOf(project.id);
    const late = await sunny.post(
      detailsOf(project.id),
      answers({ with_casework: 'yes', comments: 'The roof\r\nleaks <b>', school_link: 'half a link' }),
      { token },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain(`${personas.regionalDeliveryOfficer.name} added handover details on 20 October 2026`);
    for (const typed of ['Mine', 'The roof\nleaks &lt;b&gt;', 'half a link', link('school')])
      expect(late.text).toContain(typed);
    expect(late.text).not.toContain(link('trust')); // the same for both
    expect(late.text).not.toContain('govuk-notification-banner--success');
    expect(await fixture.projectOf(project.id)).toEqual(before);
    expect(await fixture.ask('select text from note where project_id = ?', [project.id])).toEqual([{ text: 'Mine' }]);
  });

  it('is done when the same answers are sent from a second tab', async () => {
    const project = await anArrived();
    const remy = await fixture.as('regionalDeliveryOfficer');
    const page = await remy.get(detailsOf(project.id));
    const token = hiddenIn(page.text, '_csrf');
    await remy.post(detailsOf(project.id), answers(), { token });
    const again = await remy.post(detailsOf(project.id), answers(), { token });
    expect([again.status, again.url]).toEqual([200, `${fixture.url}/projects/${project.id}`]);
  });

  it('loses no answer of two people who send at the same moment', async () => {
    const project = await anArrived();
    const [remy, sunny] = [await fixture.as('regionalDeliveryOfficer'), await fixture.as('serviceSupport')];
    const tokens = await Promise.all(
      [remy, sunny].map(async (one) => hiddenIn((await one.get(detailsOf(project.id))).text, '_csrf')),
    );
    const sent = await Promise.all(
      [remy, sunny].map((one, place) =>
        one.post(detailsOf(project.id), answers({ with_casework: 'yes', comments: `Of ${place}` }), {
          token: tokens[place] ?? '',
          follow: false,
        }),
      ),
    );
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const late = sent.find(({ status }) => status === 409)?.text ?? '';
    for (const both of ['Of 0', 'Of 1']) expect(late).toContain(both);
  });

  it.each(['deliveryOfficer', 'caseworker', 'teamLeader', 'businessSupport', 'dataConsumer'] as const)(
    'is not for a %s',
    async (who) => {
      const project = await anArrived();
      const somebody = await fixture.as(who);
      const page = await somebody.get(`/projects/${project.id}`);
      const token = hiddenIn(page.text, '_csrf');
      expect(page.text).not.toContain('Add handover details');
      expect((await somebody.get(detailsOf(project.id))).status).toBe(403);
      expect((await somebody.post(detailsOf(project.id), answers(), { token })).status).toBe(403);
    },
  );
});
