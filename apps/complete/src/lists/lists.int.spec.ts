import { v7 } from 'uuid';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
const casey = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
const active = { state: 'active', team: 'london', assignedTo: casey } as const;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register(
    { urn: '900001', name: "St Tegla's Primary School", establishmentNumber: '4012' },
    { urn: '900002', name: 'Holloway Academy' },
    { urn: '900003', name: 'Marrow Vale School' },
  );
  await fixture.aProject({ urn: '900001', ...active });
  await fixture.aProject({ urn: '900002', kind: 'transfer', ...active });
  await fixture.aProject({
    urn: '900003',
    formingAMat: true,
    incomingTrust: { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' },
    ...active,
  });
  for (let index = 0; index < 25; index++)
    await fixture.aProject({ urn: String(910_000 + index), prepareId: String(5000 + index), region: 'north_west' });
});
afterAll(() => fixture.stop());

describe('Projects in progress', () => {
  const listed = async (query: string) => {
    const { text } = await (await fixture.as('dataConsumer')).get(`/projects/in-progress?${query}`);
    return ['St Tegla', 'Holloway', 'Marrow Vale'].filter((name) => text.includes(name));
  };

  it.each([
    ['', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['region=london', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['region=north_west', []],
    ['region=nonsense', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['team=south_east', []],
    ['assigned=casey.workwise%40education.gov.uk', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['assigned=nobody%40education.gov.uk', []],
    ['search=st+teglas', ['St Tegla']],
    ['search=900002', ['Holloway']],
    ['search=4012', ['St Tegla']],
    ['search=911/4012', ['St Tegla']],
    ['search=tr90301', ['Marrow Vale']],
    ['search=three+rivers', ['Marrow Vale']],
    ['search=larkmere+holloway', ['Holloway']],
    ["search=';drop+table+project", []],
    ['search=%00%25_', ['St Tegla', 'Holloway', 'Marrow Vale'].slice(0, 0)],
  ])('are narrowed by the URL: %s', async (query, names) => expect(await listed(query)).toEqual(names));
});

describe('The handover list', () => {
  it('begins with the region of whoever looks, 20 a page', async () => {
    const noor = await fixture.as('otherRegionalDeliveryOfficer');
    const first = await noor.get('/handover');
    expect(first.text).toContain('Showing 1 to 20 of 25');
    expect((await noor.get('/handover?page=2')).text).toContain('Showing 21 to 25 of 25');
    expect((await noor.get('/handover?region=london')).text).toContain('Nothing found');
    expect((await noor.get('/handover?region=all&search=910007')).text).toContain('Showing 1 to 1 of 1');
    expect((await (await fixture.as('regionalDeliveryOfficer')).get('/handover')).text).toContain('Nothing found');
  });
});

describe('A project', () => {
  it('leads back to the list from which somebody comes, as it was narrowed', async () => {
    const { id } = await fixture.aProject({ urn: '900123', state: 'active', prepareId: '7001' });
    const dale = await fixture.as('dataConsumer');
    const wayBack = async () =>
      /class="govuk-breadcrumbs__link" href="([^"]+)">([^<]+)</
        .exec((await dale.get(`/projects/${id}/about`)).text)
        ?.slice(1);
    expect(await wayBack()).toEqual(['/projects/in-progress', 'Projects in progress']);
    await dale.get('/projects/in-progress/conversions?region=london&sort=date');
    await dale.get('/projects/by-region/london?page=1');
    expect(await wayBack()).toEqual(['/projects/by-region/london?page=1', 'London']);
    await dale.get('/projects/in-progress/conversions?region=london');
    expect((await wayBack())?.[0]).toBe('/projects/in-progress/conversions?region=london');
  });

  it.each([
    ['tasks first', '', ['External stakeholder kick-off', 'Not started']],
    [
      'facts, decision and the case with a link back',
      '/about',
      ['Approved with conditions', 'Imogen Vale', 'two schools nearby', 'http://localhost:3001/projects/1042'],
    ],
    ['dates with their history', '/dates', ['April 2027', 'First date', '6 October 2026']],
    ['who works on it', '/people', ['Added by']],
    ['what nobody has written yet', '/notes', ['There are no notes yet']],
    ['whom nobody has added yet', '/contacts', ['There are no contacts yet']],
    ['since when it is on record', '/history', ['arrived from Prepare']],
  ])('shows %s', async (_, path, said) => {
    const project = await fixture.aProject({ urn: '900900' });
    const { text } = await (await fixture.as('caseworker')).get(`/projects/${project.id}${path}`);
    for (const words of said) expect(text).toContain(words);
    await fixture.ask(`update project set document = document || '{"state": "deleted"}' where id = ?`, [project.id]);
  });

  it.each([v7(), '1', 'nonsense', '%00'])('is not there under %s: 404', async (id) =>
    expect((await (await fixture.as('caseworker')).get(`/projects/${id}`)).status).toBe(404),
  );

  it('is not there any more when it was deleted, but for service support', async () => {
    const project = await fixture.aProject({ urn: '900901', state: 'deleted' });
    const { text } = await (await fixture.as('serviceSupport')).get(`/projects/${project.id}`);
    expect(text).toContain('It is not on record who deleted it');
    expect((await (await fixture.as('teamLeader')).get(`/projects/${project.id}`)).status).toBe(404);
  });
});
