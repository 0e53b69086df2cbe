import type { Visitor } from '@academies/identity';
import type { PreparedProject } from '@academies/contracts';
import { OldDrafts } from '@academies/web';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';

let fixture: PrepareService;
let officer: Visitor;
beforeAll(async () => {
  fixture = await aPrepareService();
  officer = await fixture.as('deliveryOfficer');
});
afterAll(() => fixture.stop());

const project = async (url: string): Promise<PreparedProject> => {
  const id = /projects\/(\d+)/.exec(url)?.[1] ?? '';
  return (
    (await fixture.database.all('select state from project where id = ?', [id])) as [{ state: PreparedProject }]
  )[0].state;
};

/** Begins a project; gives how to answer its steps, in a tab of its own. */
async function begin() {
  const { url } = await officer.get('/start');
  const path = new URL(url).pathname.replace(/kind$/, '');
  return {
    answer: (step: string, fields: Record<string, string | string[]> = {}) => officer.post(path + step, fields),
    see: (step: string) => officer.get(path + step),
  };
}
type Tab = Awaited<ReturnType<typeof begin>>;

async function conversion(urn: string, more: Record<string, string> = { formingAMat: 'no' }): Promise<Tab> {
  const tab = await begin();
  await tab.answer('kind', { kind: 'conversion' });
  await tab.answer('school', { school_search: urn });
  await tab.answer('route', { route: 'voluntary' });
  await tab.answer('new-trust', more);
  return tab;
}

describe('Starting a conversion', () => {
  it('finds the school, asks how it goes, and creates the project for whoever starts it', async () => {
    const tab = await begin();
    expect((await tab.answer('kind', { kind: 'conversion' })).url).toMatch(/school$/);
    const found = await tab.answer('school', { school_search: 'larkmere 124' });
    expect([found.status, found.text]).toEqual([200, expect.stringContaining('URN 900124')]);
    const search = { school_search: 'larkmere 124', school_searched: 'larkmere 124' };
    expect((await tab.answer('school', { ...search, school: '900124' })).url).toMatch(/route$/);
    expect((await tab.answer('route', { route: 'sponsored' })).url).toMatch(/new-trust$/);
    expect((await tab.answer('new-trust')).status).toBe(400);
    expect((await tab.answer('new-trust', { formingAMat: 'yes' })).status).toBe(400);
    expect((await tab.answer('new-trust', { formingAMat: 'no' })).url).toMatch(/preferred-trust$/);
    expect((await tab.answer('preferred-trust', { hasPreferredTrust: 'yes' })).status).toBe(400);
    const preferred = { hasPreferredTrust: 'yes', preferredTrust_search: '19000042' };
    const check = await tab.answer('preferred-trust', preferred);
    for (const said of ['Sponsored', 'Larkmere Learning Trust']) expect(check.text).toContain(said);
    const done = await tab.answer('check');
    expect(await project(done.url)).toMatchObject({
      kind: 'conversion',
      route: 'sponsored',
      academies: [{ urn: '900124' }],
      incomingTrust: { ukprn: '19000042', trn: null, name: null },
      status: 'pre_decision',
      assignedTo: { name: 'Dara Officerly' },
    });
  });

  it('refuses a school that an open project has, with a link to it', async () => {
    const late = await conversion('900126');
    const id = await fixture.database.have({ academies: [{ urn: '900126' }] });
    const taken = await late.answer('school', { school_search: '900126' });
    expect([taken.status, taken.text]).toEqual([409, expect.stringContaining(`href="/projects/${id}"`)]);
    expect((await late.answer('check')).status).toBe(409);
  });

  it('makes one project when it is sent many times at the same moment, and every answer leads there', async () => {
    const tab = await conversion('900127');
    const answers = await Promise.all(Array.from({ length: 20 }, () => tab.answer('check')));
    const [made] = await fixture.database.all<{ id: string }>(
      `select project_id as id from project_academy where urn = '900127'`,
    );
    expect(new Set(answers.map(({ url }) => new URL(url).pathname))).toEqual(new Set([`/projects/${made?.id}`]));
  });

  it('makes another one of a draft whose project was deleted', async () => {
    const tab = await conversion('900123');
    const first = await tab.answer('check');
    await officer.post(`${new URL(first.url).pathname}/delete`);
    const second = await tab.answer('check');
    expect([second.status, second.text]).toEqual([200, expect.stringContaining('Project created')]);
    expect(second.url).not.toBe(first.url);
    await officer.post(`${new URL(second.url).pathname}/delete`);
  });

  it.each(['900201', '123456', 'nonsense'])('refuses %s, which is no open maintained school', async (school) => {
    const tab = await begin();
    await tab.answer('kind', { kind: 'conversion' });
    expect((await tab.answer('school', { school_search: school })).status).toBe(400);
    expect((await tab.answer('school', { school })).status).toBe(400);
  });

  it('links projects that form the same new trust, however its name is spelt, also at the same moment', async () => {
    const start = async (urn: string, newTrust: string) =>
      project((await (await conversion(urn, { formingAMat: 'yes', newTrust })).answer('check')).url);
    const [first, second] = await Promise.all([
      start('900128', "Three Weirs & St Anne's"),
      start('900129', 'THREE\u200b WEIRS AND ST. ANNE’S LTD'),
    ]);
    expect(first.formAMatReference).toMatch(/^FAM_\d{8}$/);
    expect(second.formAMatReference).toBe(first.formAMatReference);
    expect(first.incomingTrust).toEqual({ ukprn: null, trn: null, name: "Three Weirs & St Anne's" });
    expect(second.incomingTrust.name).toBe('THREE WEIRS AND ST. ANNE’S LTD');
  });

  it('links them also when they are started at the same moment', async () => {
    const remove = () => fixture.database.all(`update project set state = state || '{"deleted": true}'`);
    await remove();
    const tabs: Tab[] = [];
    for (const [at, newTrust] of ['Five Weirs', 'five weirs', 'FIVE WEIRS', 'Five weirs'].entries())
      tabs.push(await conversion(`90012${at + 3}`, { formingAMat: 'yes', newTrust }));
    const started = await Promise.all(tabs.map(async (tab) => project((await tab.answer('check')).url)));
    expect(new Set(started.map(({ formAMatReference }) => formAMatReference)).size).toBe(1);
    await remove();
  });
});

describe('Starting a transfer', () => {
  it('chooses academies of the outgoing trust', async () => {
    const tab = await begin();
    await tab.answer('kind', { kind: 'transfer' });
    expect((await tab.answer('outgoing-trust', { outgoingTrust_search: 'old mill' })).text).toContain('19000077');
    const academies = await tab.answer('outgoing-trust', { outgoingTrust_search: '19000077' });
    expect(academies.url).toMatch(/academies$/);
    await tab.answer('academies', { academies: ['900201', '900202'] });
    expect((await tab.answer('new-trust', { formingAMat: 'no' })).url).toMatch(/incoming-trust$/);
    const same = await tab.answer('incoming-trust', { incomingTrust_search: '19000077' });
    expect([same.status, same.text]).toEqual([400, expect.stringContaining('also the outgoing trust')]);
    await tab.answer('incoming-trust', { incomingTrust_search: '19000042' });
    const done = await tab.answer('check');
    expect(await project(done.url)).toMatchObject({
      kind: 'transfer',
      incomingTrust: { ukprn: '19000042', trn: null, name: null },
      outgoingTrustUkprn: '19000077',
      academies: [{ urn: '900201' }, { urn: '900202' }],
    });
  });

  it('refuses academies that the trust does not run', async () => {
    const tab = await begin();
    await tab.answer('kind', { kind: 'transfer' });
    await tab.answer('outgoing-trust', { outgoingTrust_search: '19000042' });
    expect((await tab.answer('academies', { academies: '900201' })).status).not.toBe(200);
    expect((await tab.answer('check')).url).toMatch(/academies\?change$/);
  });
});

describe('A change on the page to check', () => {
  it('keeps every other answer, also of a kind that was left and chosen again', async () => {
    const tab = await conversion('900123', { formingAMat: 'yes', newTrust: 'Four Weirs' });
    await tab.answer('kind?change', { kind: 'transfer' });
    const back = await tab.answer('kind?change', { kind: 'conversion' });
    expect(back.url).toMatch(/check$/);
    for (const kept of ['URN 900123', 'Voluntary', 'New: Four Weirs']) expect(back.text).toContain(kept);
    expect((await tab.answer('new-trust?change', { formingAMat: 'no' })).text).not.toContain('Four Weirs');
    expect((await tab.see('new-trust')).text).toContain('value="Four Weirs"');
  });

  it('does not mix the new projects of two tabs', async () => {
    const [one, other] = [await conversion('900123'), await conversion('900125')];
    expect((await one.see('check')).text).toContain('URN 900123');
    expect((await other.see('check')).text).toContain('URN 900125');
  });
});

describe('A draft', () => {
  it('is given up when nobody went on with it for as many days as the setting says', async () => {
    const [old, young] = [await conversion('900123'), await conversion('900125')];
    for (const [urn, days] of [
      ['900123', 29],
      ['900125', 27],
    ])
      await fixture.database.all(
        `update dialogue_draft set saved_at = now() - make_interval(days => ?) where answers ->> 'school' = ?`,
        [days, urn],
      );
    expect(await new OldDrafts(fixture.database.orm, 28).forget()).toBeGreaterThan(0);
    expect((await old.see('check')).url).toMatch(/kind$/);
    expect((await young.see('check')).text).toContain('URN 900125');
  });
});

describe('An address that says nonsense', () => {
  it.each(['/start/nonsense/kind', '/start/nonsense/check', '/start/other/academies'])(
    '%s is refused',
    async (path) => {
      const { status } = await officer.get(path);
      expect([400, 404]).toContain(status);
    },
  );
});
