import { jest } from '@jest/globals';
import { personas } from '@academies/identity';
import { completeGround, type Ground } from '../testing-ground/ground.spec.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(60_000);

let ground: Ground;
beforeAll(async () => {
  ground = await completeGround();
  await ground.register({ urn: '900123' }, { urn: '900124', name: 'Ashdown Primary School' });
}, 60_000);
afterAll(() => ground.stop());

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
const anArrived = () => ground.aProject({ urn: String(urn++), prepareId: String(urn) });
const detailsOf = (id: string) => `/projects/${id}/handover/details`;

describe('Adding handover details', () => {
  it('leads from the list by way of the right project to an active one, in the region and assigned', async () => {
    const remy = await ground.as('regionalDeliveryOfficer');
    const project = await ground.aProject({ urn: '900124' });
    expect((await remy.get('/handover')).text).toContain('Ashdown Primary School');
    expect((await remy.get(`/projects/${project.id}`)).text).toContain(`/projects/${project.id}/handover/check`);
    expect((await remy.get(`/projects/${project.id}/handover/check`)).text).toContain('Larkmere Learning Trust');
    const done = await remy.post(detailsOf(project.id), answers());
    expect(done.url).toBe(`${ground.url}/projects/${project.id}`);
    expect(done.text).toContain('Handover details added');
    const { email, name } = personas.regionalDeliveryOfficer;
    expect(await ground.projectOf(project.id)).toMatchObject({
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

  it('leaves a project to Regional Casework Services unassigned, and tells their team leader', async () => {
    const project = await anArrived();
    const remy = await ground.as('regionalDeliveryOfficer');
    await remy.post(detailsOf(project.id), answers({ with_casework: 'yes', comments: 'The land\nis leased' }));
    expect(await ground.projectOf(project.id)).toMatchObject({ team: 'regional_casework_services', assignedTo: null });
    expect((await remy.get(`/projects/${project.id}`)).text).toContain('The land\nis leased');
    const leader = await ground.as('teamLeader');
    const list = await leader.get('/projects/team/unassigned');
    expect(list.text).toContain('1 project was handed over to your team and waits for somebody');
    expect(list.text).toContain(project.urn);
    expect((await remy.get('/projects/team/unassigned?team=regional_casework_services')).text).not.toContain(
      'your team',
    );
  });

  it('says each thing that is wrong, keeps what was typed, and saves nothing', async () => {
    const project = await anArrived();
    const remy = await ground.as('regionalDeliveryOfficer');
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
    expect(wrong.text).toContain('Enter a SharePoint link that starts with https://educationgovuk.sharepoint.com');
    expect(wrong.text).toContain('https://elsewhere.example/sites');
    expect((await ground.projectOf(project.id))?.state).toBe('inactive');
  });

  it('needs the outgoing trust folder of a transfer', async () => {
    const project = await ground.aProject({ kind: 'transfer', urn: '900300', outgoingTrustUkprn: '19000077' });
    const remy = await ground.as('regionalDeliveryOfficer');
    const wrong = await remy.post(detailsOf(project.id), answers());
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('href="#outgoing_trust_link"')]);
    await remy.post(detailsOf(project.id), answers({ outgoing_trust_link: link('old') }));
    expect((await ground.projectOf(project.id))?.sharePoint.outgoingTrust).toBe(link('old'));
  });

  it('lets service support choose region and person', async () => {
    await ground.as('otherRegionalDeliveryOfficer');
    const project = await anArrived();
    const sunny = await ground.as('serviceSupport');
    const wrong = await sunny.post(detailsOf(project.id), answers({ person: 'nobody@education.gov.uk' }));
    expect(wrong.text).toContain('Choose the person who runs the project');
    const { email, name } = personas.otherRegionalDeliveryOfficer;
    await sunny.post(detailsOf(project.id), answers({ region: 'north_west', person: email }));
    expect(await ground.projectOf(project.id)).toMatchObject({ team: 'north_west', assignedTo: { email, name } });
  });

  it('happens once, though the form is posted twice at the same moment', async () => {
    const project = await anArrived();
    const remy = await ground.as('regionalDeliveryOfficer');
    const page = await remy.get(detailsOf(project.id));
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const posts = await Promise.all(
      [1, 2, 3].map(() => remy.post(detailsOf(project.id), answers({ comments: 'Once' }), { token, follow: false })),
    );
    expect(posts.every(({ status }) => status === 303 || status === 409)).toBe(true);
    const later = await remy.post(detailsOf(project.id), answers(), { token });
    expect(later.text).toContain('Handover details have been added to this project already');
    const events = (await ground.events()).filter(({ subject }) => subject === project.id);
    expect(events.map(({ type }) => type)).toEqual(['complete.project.handover-details-added.v1']);
    expect(await ground.ask('select text from note where project_id = ?', [project.id])).toEqual([{ text: 'Once' }]);
  });

  it.each(['deliveryOfficer', 'caseworker', 'teamLeader', 'businessSupport', 'dataConsumer'] as const)(
    'is not for a %s',
    async (who) => {
      const project = await anArrived();
      const somebody = await ground.as(who);
      const page = await somebody.get(`/projects/${project.id}`);
      const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      expect(page.text).not.toContain('Add handover details');
      expect((await somebody.get(detailsOf(project.id))).status).toBe(403);
      expect((await somebody.post(detailsOf(project.id), answers(), { token })).status).toBe(403);
    },
  );
});
