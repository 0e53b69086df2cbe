import { jest } from '@jest/globals';
import { v7 } from 'uuid';
import { completeGround, type Ground } from '../testing-ground/ground.spec.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(60_000);

let ground: Ground;
const active = { state: 'active', team: 'london' } as const;
beforeAll(async () => {
  ground = await completeGround();
  await ground.register(
    { urn: '900001', name: "St Tegla's Primary School", establishmentNumber: '4012' },
    { urn: '900002', name: 'Holloway Academy' },
    { urn: '900003', name: 'Marrow Vale School' },
  );
  await ground.aProject({ urn: '900001', ...active });
  await ground.aProject({ urn: '900002', kind: 'transfer', ...active });
  await ground.aProject({
    urn: '900003',
    formingAMat: true,
    incomingTrust: { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' },
    ...active,
  });
  for (let index = 0; index < 25; index++)
    await ground.aProject({ urn: String(910_000 + index), prepareId: String(5000 + index), region: 'north_west' });
}, 60_000);
afterAll(() => ground.stop());

describe('Projects in progress', () => {
  const listed = async (query: string) => {
    const { text } = await (await ground.as('dataConsumer')).get(`/projects/in-progress?${query}`);
    return ['St Tegla', 'Holloway', 'Marrow Vale'].filter((name) => text.includes(name));
  };

  it.each([
    ['', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['type=conversions', ['St Tegla', 'Marrow Vale']],
    ['type=transfers', ['Holloway']],
    ['type=forming-a-mat', ['Marrow Vale']],
    ['type=nonsense', ['St Tegla', 'Holloway', 'Marrow Vale']],
    ['search=st+teglas', ['St Tegla']],
    ['search=900002', ['Holloway']],
    ['search=4012', ['St Tegla']],
    ['search=911/4012', ['St Tegla']],
    ['search=tr90301', ['Marrow Vale']],
    ['search=three+rivers', ['Marrow Vale']],
    ['search=larkmere&type=transfers', ['Holloway']],
    ["search=';drop+table+project", []],
    ['search=%00%25_', ['St Tegla', 'Holloway', 'Marrow Vale'].slice(0, 0)],
  ])('are narrowed by the URL: %s', async (query, names) => expect(await listed(query)).toEqual(names));
});

describe('The handover list', () => {
  it('begins with the region of whoever looks, 20 a page', async () => {
    const noor = await ground.as('otherRegionalDeliveryOfficer');
    const first = await noor.get('/handover');
    expect(first.text).toContain('Showing 1 to 20 of 25');
    expect((await noor.get('/handover?page=2')).text).toContain('Showing 21 to 25 of 25');
    expect((await noor.get('/handover?region=london')).text).toContain('Nothing found');
    expect((await noor.get('/handover?region=all&search=910007')).text).toContain('Showing 1 to 1 of 1');
    expect((await (await ground.as('regionalDeliveryOfficer')).get('/handover')).text).toContain('Nothing found');
  });
});

describe('A project', () => {
  it('shows facts, dates with history, decision, the case with a link back, and tasks', async () => {
    const project = await ground.aProject({ urn: '900900' });
    const { text } = await (await ground.as('caseworker')).get(`/projects/${project.id}`);
    for (const said of ['1 April 2027', 'First date', 'Approved with conditions', 'Imogen Vale', 'two schools nearby'])
      expect(text).toContain(said);
    expect(text).toContain('http://localhost:3001/projects/1042');
    expect(text).toContain('External stakeholder kick-off');
  });

  it.each([v7(), '1', 'nonsense', '%00'])('is not there under %s: 404', async (id) =>
    expect((await (await ground.as('caseworker')).get(`/projects/${id}`)).status).toBe(404),
  );

  it('is not there any more when it was deleted', async () => {
    const project = await ground.aProject({ urn: '900901', state: 'deleted' });
    expect((await (await ground.as('serviceSupport')).get(`/projects/${project.id}`)).status).toBe(404);
  });
});

describe('The start', () => {
  it('leads those who run projects to their own, others to all', async () => {
    expect((await (await ground.as('caseworker')).get('/')).url).toBe(`${ground.url}/projects/yours`);
    expect((await (await ground.as('businessSupport')).get('/')).url).toBe(`${ground.url}/projects/in-progress`);
  });
});
