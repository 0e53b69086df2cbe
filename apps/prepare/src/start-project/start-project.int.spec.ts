import type { Visitor } from '@academies/identity';
import type { PreparedProject } from '@academies/contracts';
import { aGround, type Ground } from '../testing-ground/ground.spec.ts';

let ground: Ground;
let officer: Visitor;
beforeAll(async () => {
  ground = await aGround();
  officer = await ground.as('deliveryOfficer');
}, 90_000);
afterAll(() => ground.stop());

const project = async (url: string): Promise<PreparedProject> => {
  const id = /projects\/(\d+)/.exec(url)?.[1] ?? '';
  return (
    (await ground.database.all('select state from project where id = ?', [id])) as [{ state: PreparedProject }]
  )[0].state;
};

describe('Starting a conversion', () => {
  it('finds the school, asks how it goes, and creates the project for whoever starts it', async () => {
    expect((await officer.post('/start', { kind: 'conversion' })).url).toMatch(/start\/conversion$/);
    const found = await officer.post('/start/conversion', { search: 'larkmere 124' });
    expect(found.text).toContain('URN 900124');
    const details = await officer.post('/start/conversion/school?search=x', { school: '900124' });
    expect(details.url).toMatch(/details\?urns=900124$/);
    const query = '?urns=900124';
    expect((await officer.post(`/start/conversion/details${query}`, { route: 'voluntary' })).status).toBe(400);
    const check = await officer.post(`/start/conversion/details${query}`, { route: 'sponsored', forming: 'no' });
    expect(check.text).toContain('Sponsored');
    const done = await officer.post(new URL(check.url).pathname + new URL(check.url).search);
    expect(await project(done.url)).toMatchObject({
      ...{ kind: 'conversion', route: 'sponsored', academies: [{ urn: '900124' }], status: 'pre_decision' },
      assignedTo: { name: 'Dara Officerly' },
    });
  });

  it('refuses a school that an open project has, with a link to it', async () => {
    const id = await ground.database.have({ academies: [{ urn: '900126' }] });
    const taken = await officer.post('/start/conversion/school?search=x', { school: '900126' });
    expect([taken.status, taken.text]).toEqual([409, expect.stringContaining(`href="/projects/${id}"`)]);
    const late = await officer.post('/start/conversion/check?urns=900126&route=voluntary');
    expect(late.status).toBe(409);
  });

  it('makes one project when it is sent twice at the same moment', async () => {
    const path = '/start/conversion/check?urns=900127&route=voluntary';
    const answers = await Promise.all([officer.post(path), officer.post(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ground.database.all(`select from project_academy where urn = '900127'`)).toHaveLength(1);
  });

  it.each(['900201', '123456', 'nonsense'])('refuses %s, which is no open maintained school', async (school) =>
    expect((await officer.post('/start/conversion/school?search=x', { school })).status).toBe(400),
  );

  it('links projects that form the same new trust', async () => {
    const start = (urn: string) =>
      officer.post(`/start/conversion/check?urns=${urn}&route=voluntary&forming=yes&name=Three+Weirs`);
    const [first, second] = [await project((await start('900128')).url), await project((await start('900129')).url)];
    expect(first.formAMatReference).toMatch(/^FAM_\d{8}$/);
    expect(second.formAMatReference).toBe(first.formAMatReference);
    expect(first.incomingTrust).toEqual({ ukprn: null, trn: null, name: 'Three Weirs' });
  });
});

describe('Starting a transfer', () => {
  it('chooses academies of the outgoing trust', async () => {
    expect((await officer.post('/start/transfer', { search: 'old mill' })).text).toContain('19000077');
    await officer.post('/start/transfer/trust?search=x', { trust: '19000077' });
    const details = await officer.post('/start/transfer/academies?from=19000077', { academies: ['900201', '900202'] });
    expect(decodeURIComponent(details.url)).toMatch(/details\?urns=900201,900202&from=19000077$/);
    const done = await officer.post('/start/transfer/check?urns=900201,900202&from=19000077');
    expect(await project(done.url)).toMatchObject({
      kind: 'transfer',
      outgoingTrustUkprn: '19000077',
      academies: [{ urn: '900201' }, { urn: '900202' }],
    });
  });

  it('refuses academies that the trust does not run', async () =>
    expect((await officer.post('/start/transfer/check?urns=900201&from=19000042')).status).not.toBe(200));
});

describe('An address that says nonsense', () => {
  it.each(['/start/conversion/check?urns=x', '/start/transfer/academies?from=abc', '/start/other/check'])(
    '%s is refused',
    async (path) => {
      const { status } = await officer.get(path);
      expect([400, 404]).toContain(status);
    },
  );
});
