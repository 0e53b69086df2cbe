import { personas } from '@academies/identity';
import { active, tenNames as names, tenProjects as projects } from '../fixtures/ten-projects.spec.ts';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
const { caseworker: casey, regionalDeliveryOfficer: remy } = personas;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register(...names.map((name, at) => ({ urn: String(900_001 + at), name: `${name} School` })));
  for (const [at, facts] of Object.values(projects).entries())
    await fixture.aProject({ prepareId: String(2000 + at), significantDate: '2026-10-01', ...facts } as never);
  for (const name of ['caseworker', 'regionalDeliveryOfficer', 'teamLeader'] as const) await fixture.as(name);
});
afterAll(() => fixture.stop());

const textOf = async (who: keyof typeof personas, address: string) => (await (await fixture.as(who)).get(address)).text;
const listed = async (who: keyof typeof personas, address: string) => {
  const text = await textOf(who, address);
  return names.filter((name) => text.includes(`${name} School`)).sort((a, b) => text.indexOf(a) - text.indexOf(b));
};

describe('Every list', () => {
  it.each([
    ['/handover?region=all', ['Juniper']],
    ['/projects/in-progress', ['Birchley', 'Goldmere', 'Hartbury', 'Ashdown']],
    ['/projects/in-progress/conversions', ['Goldmere', 'Hartbury', 'Ashdown']],
    ['/projects/in-progress/transfers', ['Birchley']],
    ['/projects/in-progress/forming-a-mat', ['Goldmere']],
    ['/projects/by-region/london', ['Birchley', 'Goldmere', 'Ashdown', 'Calderside']],
    ['/projects/by-trust/TR90301', ['Goldmere']],
    ['/projects/by-local-authority/911', ['Birchley', 'Goldmere', 'Hartbury', 'Ashdown', 'Calderside']],
    [`/projects/by-user/${casey.email}`, ['Birchley', 'Goldmere', 'Ashdown']],
    ['/projects/by-user/none', ['Calderside']],
    ['/projects/completed', ['Elmfield', 'Dalemoor']],
    ['/projects/dao-revoked', ['Farncote']],
    ['/projects/team/unassigned?team=regional_casework_services', ['Calderside']],
    ['/projects/team/in-progress?team=regional_casework_services', ['Birchley', 'Goldmere', 'Ashdown']],
    ['/projects/team/in-progress?team=london', ['Birchley', 'Goldmere', 'Ashdown']],
    ['/projects/team/in-progress?team=north_west', ['Hartbury']],
    ['/projects/team/handed-over?team=london', ['Birchley', 'Goldmere', 'Ashdown', 'Calderside']],
    ['/projects/team/handed-over?team=north_west', []],
    ['/projects/team/completed?team=london', ['Elmfield', 'Dalemoor']],
  ])('holds what the domain says, in its order: %s', async (address, expected) =>
    expect(await listed('serviceSupport', address)).toEqual(expected),
  );

  it('of yours is yours alone', async () => {
    expect(await listed('caseworker', '/projects/yours')).toEqual(['Birchley', 'Goldmere', 'Ashdown']);
    expect(await listed('caseworker', '/projects/yours/completed')).toEqual(['Elmfield', 'Dalemoor']);
    expect(await listed('regionalDeliveryOfficer', '/projects/yours')).toEqual(['Hartbury']);
    expect(await listed('regionalDeliveryOfficer', '/projects/yours/added')).toEqual([]);
    await fixture.ask(
      `insert into handover_details (project_id, by_email, by_name, added_at)
       select project_id, ?, 'Remy', now() from project_listing where words @@ '''hartbury''' and state = 'active'`,
      [remy.email],
    );
    expect(await listed('regionalDeliveryOfficer', '/projects/yours/added')).toEqual(['Hartbury']);
  });

  it.each([
    ['/projects/by-region', ['London', '3', '1', 'North West', '1', '0']],
    ['/projects/by-local-authority', ['911', '4', '1']],
    ['/projects/by-trust', ['Larkmere Learning Trust', 'TR90042', '3', '1', 'Three Rivers Trust', 'TR90301', '1', '0']],
    ['/projects/by-user', ['Casey Workwise', casey.email, 'Regional Casework Services', '2', '1', '1', '1']],
    ['/projects/team/by-user?team=regional_casework_services', ['Casey Workwise', casey.email, '2', '1', '1', '1']],
    [
      '/projects/team/by-user?team=regional_casework_services',
      ['Tilda Leadbright', 'tilda.leadbright@education.gov.uk', '0', '0'],
    ],
  ])('that counts: %s', async (address, cells) => {
    const [, table = ''] = (await textOf('dataConsumer', address)).split('<tbody');
    const said = table.split('</tbody')[0]?.match(/(?<=>)[^<>]+(?=<)/g) ?? [];
    expect(
      said
        .map((text) => text.trim())
        .filter(Boolean)
        .join(', '),
    ).toContain(cells.join(', '));
  });

  it.each(['region/mars', 'region/constructor', 'trust/19999999', 'user/nobody@example.org', 'local-authority/000'])(
    'of something that is not there is no page: by %s',
    async (group) => expect((await (await fixture.as('caseworker')).get(`/projects/by-${group}`)).status).toBe(404),
  );

  it('says what each part of it holds', async () =>
    expect((await textOf('caseworker', '/projects/in-progress')).replaceAll(/<[^>]+>/g, '')).toMatch(
      /All \(4\)\s+Conversions \(3\)\s+Transfers \(1\)\s+Forming a MAT \(1\)/,
    ));

  it('says in words what is overdue, and how much is done of what applies', async () => {
    const text = await textOf('caseworker', '/projects/yours');
    expect(text).toContain('Overdue by 2 months');
    expect(text).toMatch(/>0 of \d\d</);
  });

  it('hides the handover list from those who only read', async () => {
    const dale = await fixture.as('dataConsumer');
    expect((await dale.get('/handover')).status).toBe(403);
    expect((await dale.get('/projects/in-progress')).text).not.toContain('href="/handover"');
    expect(await textOf('deliveryOfficer', '/handover?region=all')).not.toContain('Add handover details');
    expect(await textOf('regionalDeliveryOfficer', '/handover?region=all')).toContain('Add handover details');
  });
});

describe('What to do next', () => {
  it('stands above the projects of whoever runs them, and ends when it is done', async () => {
    const said = 'Not all conditions are met, and the conversion is on 1 November 2026';
    expect(await textOf('caseworker', '/projects/yours')).toContain(said);
    expect(await textOf('regionalDeliveryOfficer', '/projects/yours')).not.toContain(said);
    await fixture.ask(
      `update project set document = jsonb_set(document, '{tasks,all_conditions_met}', '{"notApplicable":false,"answers":{"confirmed":true}}')
        where urn = '900001'`,
    );
    expect(await textOf('caseworker', '/projects/yours')).not.toContain(said);
  });

  it('says what others did since the person last opened the project, until it is opened', async () => {
    const [{ id } = { id: '' }] = await fixture.ask<{ id: string }>(`select id from project where urn = '900007'`);
    const noted = '1 change by others since you last opened it';
    await fixture.ask(
      `insert into history (project_id, at, by_email, by_name, kind, what) values (?, '2026-10-20T09:00Z', 'sam@education.gov.uk', 'Sam', 'notes', 'Note')`,
      [id],
    );
    expect(await textOf('caseworker', '/projects/yours')).toContain(noted);
    await (await fixture.as('caseworker')).get(`/projects/${id}`);
    expect(await textOf('caseworker', '/projects/yours')).not.toContain(noted);
  });
});

describe('Statistics', () => {
  it('count the same projects as the lists, in a table and in the words of its chart', async () => {
    const text = await textOf('dataConsumer', '/projects/statistics');
    expect(text).toContain('In progress: 3 conversions, 1 transfers. Unassigned: 1 conversions, 0 transfers');
    expect(text).toContain('November 2026: 2 conversions, 0 transfers');
    expect(text).toContain('London: 2 conversions, 1 transfers');
  });
});

describe('The first page', () => {
  it.each([
    ['caseworker', '/projects/yours'],
    ['regionalDeliveryOfficer', '/projects/yours'],
    ['teamLeader', '/projects/team/unassigned'],
    ['serviceSupport', '/service-support/academy-urns'],
    ['businessSupport', '/projects/in-progress'],
    ['dataConsumer', '/projects/in-progress'],
    ['deliveryOfficer', '/projects/in-progress'],
  ] as const)('of a %s is %s', async (who, address) =>
    expect((await (await fixture.as(who)).get('/')).url).toBe(fixture.url + address),
  );
});

describe('The plan by month', () => {
  it('begins with the next month: active, assigned, confirmed', async () =>
    expect(await listed('dataConsumer', '/projects/by-month/conversions')).toEqual(['Ashdown']));

  it('says what is not in it, with the way there', async () => {
    const text = await textOf('caseworker', '/projects/by-month/conversions');
    expect(text).toContain('1 project is confirmed and assigned to nobody (November 2026)');
    const unassigned = '/projects/by-month/conversions?from=2026-11&show=unassigned';
    expect(await listed('caseworker', unassigned)).toEqual(['Calderside']);
    expect(await listed('caseworker', '/projects/by-month/conversions?from=2026-10&show=provisional')).toEqual([
      'Goldmere',
      'Hartbury',
    ]);
    expect(await textOf('caseworker', '/projects/by-month/conversions?from=2026-09')).toContain(
      '1 project is completed already (September 2026)',
    );
  });

  it('is one month for everyone, a range for those who export, with the file of exactly these months', async () => {
    const range = '/projects/by-month/conversions?from=2026-10&to=2026-12';
    expect(await listed('dataConsumer', range)).toEqual(['Ashdown']);
    expect(await textOf('dataConsumer', range)).toContain(
      '/exports/conversions-by-month.csv?from=2026-10&amp;to=2026-12',
    );
    expect(await listed('caseworker', range)).toEqual([]);
    expect(await textOf('caseworker', range)).toContain(
      '/exports/conversions-by-month.csv?from=2026-10&amp;to=2026-10',
    );
    expect(await textOf('dataConsumer', '/projects/by-month/transfers?from=2026-12&to=2026-10')).toContain(
      'The last month is before the first, so only December 2026 is shown',
    );
  });
});

describe('The search', () => {
  it.each([
    ['ashdown', ['Ashdown']],
    ['900008', ['Hartbury']],
    ['juniper', ['Juniper']],
    ['elmfield scho', ['Elmfield']],
    ['three rivers', ['Goldmere']],
    ['TR90301', ['Goldmere']],
    ['ivybridge', []],
    ['as', []],
  ])('finds %s', async (typed, expected) =>
    expect(await listed('caseworker', `/search?search=${encodeURIComponent(typed)}`)).toEqual(expected),
  );

  it('finds by the number of the academy', async () => {
    await fixture.ask(
      `update project set document = document || '{"academyUrn": "900500"}' where urn = '900001' and state = 'active'`,
    );
    expect(await listed('caseworker', '/search?search=900500')).toEqual(['Ashdown']);
  });

  it('says the state, what is too short, and shows what is deleted to service support alone', async () => {
    expect(await textOf('caseworker', '/search?search=juniper')).toContain('Inactive');
    expect(await textOf('caseworker', '/search?search=as')).toContain('Enter at least three letters');
    const deleted = await textOf('serviceSupport', '/search?search=ivybridge');
    expect(deleted).toContain('Ivybridge School');
    expect(deleted).toContain('Deleted');
  });

  it('has pages, and one page of all rows to print', async () => {
    for (let index = 0; index < 21; index++)
      await fixture.aProject({ urn: String(910_000 + index), prepareId: String(5000 + index), ...active });
    expect(await textOf('caseworker', '/search?search=workwise&page=2')).toMatch(/Showing 21 to \d\d of \d\d/);
    const printed = await textOf('caseworker', '/search?search=workwise&print=yes');
    expect(printed).toMatch(/All \d\d are on this page/);
    expect(printed.match(/role="rowheader"/g)?.length).toBeGreaterThan(20);
  });
});
