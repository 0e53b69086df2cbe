import { asksForAcademyUrn } from '@academies/complete';
import type { CompleteProject, Establishment } from '@academies/contracts';
import type { Visitor } from '@academies/identity';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

const converter = { code: '34', name: 'Academy converter' };
const toOpen = { code: '4', name: 'Proposed to open' };
const anAcademy = (urn: string, more: Partial<Establishment> = {}): Partial<Establishment> => ({
  urn,
  name: `Academy ${urn}`,
  type: converter,
  status: toOpen,
  establishmentNumber: '9999',
  address: { line1: null, line2: null, line3: null, town: null, county: null, postcode: `ZZ9 ${urn}` },
  ...more,
});

let fixture: CompleteService;
let sunny: Visitor;
let number = 100;
/** A project in progress, and the one whose academy is looked for. */
const aRunning = (more: Partial<CompleteProject> = {}) =>
  fixture.aProject({ state: 'active', prepareId: String(++number), ...more });
const form = ({ id }: CompleteProject) => `/projects/${id}/academy-urn`;
const offered = async (project: CompleteProject) =>
  [...(await sunny.get(form(project))).text.matchAll(/type="radio" value="(\d{6})"/g)].map(([, urn]) => urn);
const listed = async (which = '') => (await sunny.get(`/service-support/academy-urns${which}`)).text;
const stored = async ({ id }: CompleteProject) => (await fixture.projectOf(id))?.academyUrn;

beforeAll(async () => {
  fixture = await aCompleteService();
  sunny = await fixture.as('serviceSupport');
  const address = (postcode: string) => ({ line1: null, line2: null, line3: null, town: null, county: null, postcode });
  await fixture.register(
    { urn: '900001', name: 'Ashdown Primary School', establishmentNumber: '2001', address: address('ZZ1 1AA') },
    anAcademy('900501', { establishmentNumber: '2001', localAuthority: { code: '912', name: 'Elsewhere' } }),
    anAcademy('900502', { establishmentNumber: '2001' }),
    anAcademy('900503', { establishmentNumber: '2001', status: { code: '2', name: 'Closed' } }),
    anAcademy('900504', {
      establishmentNumber: '2001',
      type: { code: '01', name: 'Community school' },
      typeGroup: null,
    }),
    anAcademy('900505', { address: address('ZZ1 1AA') }),
    { urn: '900002', name: 'Birchley Junior School', establishmentNumber: '2002', address: address('ZZ2 2BB') },
    anAcademy('900511', { address: address('ZZ2 2BB') }),
    anAcademy('900512', { name: 'Birchley Academy' }),
    { urn: '900003', name: "St Chad's Primary School", establishmentNumber: '2003', address: address('ZZ3 3CC') },
    anAcademy('900521', { name: 'St Chads Academy' }),
    anAcademy('900522', { name: 'St Chads Academy', localAuthority: { code: '912', name: 'Elsewhere' } }),
    anAcademy('900523', { name: 'St Cuthberts Academy' }),
    { urn: '900004', name: 'The Academy School', establishmentNumber: '2004', address: address('ZZ4 4DD') },
  );
});
afterAll(() => fixture.stop());
beforeEach(() => fixture.ask('update project set document = document || \'{"state": "deleted"}\''));

describe('The academy that is offered', () => {
  it.each([
    ['has the authority and establishment number of the school', '900001', ['900502']],
    ['else its postcode', '900002', ['900511']],
    ['else its name, in the same authority', '900003', ['900521']],
    ['is nobody where the name says nothing of the school', '900004', []],
    ['is nobody where the register lacks the school', '999999', []],
  ])('%s', async (_, urn, academies) => expect(await offered(await aRunning({ urn }))).toEqual(academies));

  it('is not used by another project, nor the academy itself that gets a new record', async () => {
    await aRunning({ urn: '900003', academyUrn: '900511' });
    expect(await offered(await aRunning({ urn: '900002' }))).toEqual(['900512']);
    const asking = { new_urn_and_record: { notApplicable: false, answers: { complete: true } } };
    expect(await offered(await aRunning({ urn: '900502', kind: 'transfer', tasks: asking }))).toEqual([]);
  });
});

describe('An academy URN', () => {
  it('is chosen: event, history and list say so at once', async () => {
    const project = await aRunning({ urn: '900001' });
    expect(await listed()).toContain('Ashdown Primary School');
    const { url, text } = await sunny.post(form(project), { academy: '900502' });
    expect([url, text]).toEqual([`${fixture.url}/service-support/academy-urns`, expect.stringContaining('URN saved')]);
    expect(text).not.toContain('Ashdown Primary School');
    expect(await listed('/entered')).toContain('Academy 900502');
    expect(await stored(project)).toBe('900502');
    const last = (await fixture.events()).at(-1);
    expect([last?.type, last?.subject]).toEqual(['complete.project.changed.v1', project.id]);
    expect((await sunny.get(`/projects/${project.id}/history?kind=about`)).text).toContain('900502');
    await sunny.post(form(project), { academy: 'none' });
    expect(await stored(project)).toBeNull();
  });

  it.each([
    ['is not six digits', { urn: '90050' }, 'Enter a URN: six digits'],
    ["is the school's own", { urn: '900001' }, 'This is the URN that the school has now'],
    ['is not in the register', { urn: '988888' }, 'The register has no such URN'],
    ['belongs to a school', { urn: '900504' }, 'its type in the register is Community school'],
    ['is missing', { urn: '' }, 'Enter the URN'],
  ])('that is typed is refused where it %s', async (_, typed, message) => {
    const { status, text } = await sunny.post(form(await aRunning({ urn: '900001' })), {
      academy: 'another',
      ...typed,
    });
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
  });

  it('that is not public yet is marked so', async () => {
    const project = await aRunning({ urn: '900001' });
    await sunny.post(form(project), { academy: 'another', urn: '988888', notYetPublic: 'yes' });
    expect(await stored(project)).toBe('988888');
    expect(await listed('/entered')).toContain('Not public yet');
  });

  it('is still entered when the project is completed, as the list says', async () => {
    const project = await aRunning({ urn: '900001', state: 'completed', completedOn: '2026-10-01' });
    expect(await listed()).toContain(form(project));
    await sunny.post(form(project), { academy: '900502' });
    expect(await stored(project)).toBe('900502');
  });

  it('belongs to one project, whoever enters it at the same moment', async () => {
    const [one, other] = [await aRunning({ urn: '900001' }), await aRunning({ urn: '900002' })];
    const answers = await Promise.all([one, other].map((project) => sunny.post(form(project), { academy: '900502' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(answers.find(({ status }) => status === 400)?.text).toContain('Another project has this academy URN');
  });

  it('is entered by service support alone', async () => {
    const project = await aRunning({ urn: '900001' });
    const casey = await fixture.as('caseworker');
    expect((await casey.post(form(project), { academy: '900502' }, { from: '/' })).status).toBe(403);
    expect(await stored(project)).toBeNull();
  });
});

describe('The list of academy URNs to enter', () => {
  it('holds those that ask for one, as the rule says', async () => {
    const tasks: CompleteProject['tasks'][] = [
      {},
      { new_urn_and_record: { notApplicable: false, answers: { complete: true } } },
      { new_urn_and_record: { notApplicable: false, answers: { complete: false } } },
      { new_urn_and_record: { notApplicable: true, answers: { complete: true } } },
    ];
    const projects: CompleteProject[] = [];
    for (const kind of ['conversion', 'transfer'] as const)
      for (const one of tasks) projects.push(await aRunning({ kind, tasks: one, urn: String(910_000 + number) }));
    const text = await listed();
    const shown = projects.filter(({ id }) => text.includes(id));
    expect(shown).toEqual(projects.filter(asksForAcademyUrn));
    expect(shown).toHaveLength(5);
  });
});
