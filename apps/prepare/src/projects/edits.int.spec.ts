import type { Visitor } from '@academies/identity';
import type { PreparedProject } from '@academies/contracts';
import { aGround, type Ground } from '../testing-ground/ground.spec.ts';
import { transferFacts } from '../testing-ground/test-database.spec.ts';

let ground: Ground;
let officer: Visitor;
beforeAll(async () => {
  ground = await aGround();
  officer = await ground.as('deliveryOfficer');
}, 90_000);
afterAll(() => ground.stop());

const facts = async (id: string): Promise<PreparedProject> =>
  ((await ground.database.all('select state from project where id = ?', [id])) as [{ state: PreparedProject }])[0]
    .state;
const versionOf = async (path: string) =>
  /name="version" value="(\d+)"/.exec((await officer.get(path)).text)?.[1] ?? '';
const month = (text: string) => ({ 'date-month': text.slice(5), 'date-year': text.slice(0, 4) });

describe('Mending a project', () => {
  it('assigns a person who has signed in before', async () => {
    const id = await ground.database.have({ assignedTo: null });
    await officer.post(`/projects/${id}/assigned-to`, { person: 'dara.officerly@education.gov.uk' });
    expect((await facts(id)).assignedTo).toEqual({ email: 'dara.officerly@education.gov.uk', name: 'Dara Officerly' });
    expect((await officer.post(`/projects/${id}/assigned-to`, { person: 'who@education.gov.uk' })).status).toBe(400);
  });

  it('finds and chooses the incoming trust, and no trust that the register lacks', async () => {
    const id = await ground.database.have();
    const results = await officer.post(`/projects/${id}/incoming-trust`, { search: 'old mill' });
    expect(results.url).toMatch(/choose\?search=old%20mill$/);
    expect(results.text).toContain('UKPRN 19000077');
    await officer.post(`/projects/${id}/incoming-trust/choose?search=mill`, { trust: '19000077' });
    expect((await facts(id)).incomingTrust).toEqual({ ukprn: '19000077', trn: null, name: null });
    expect(
      (await officer.post(`/projects/${id}/incoming-trust/choose?search=mill`, { trust: '12345678' })).status,
    ).toBe(400);
    expect((await officer.get(`/projects/${id}/incoming-trust/choose?search=nowhere`)).text).toContain('no trust like');
  });

  it('does not transfer academies to the trust that they leave', async () => {
    const id = await ground.database.have(transferFacts);
    const answer = await officer.post(`/projects/${id}/incoming-trust/choose?search=mill`, { trust: '19000077' });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('also the outgoing trust')]);
    const left = await officer.post(`/projects/${id}/outgoing-trust/choose?search=larkmere`, { trust: '19000042' });
    expect([left.status, left.text]).toEqual([400, expect.stringContaining('does not run')]);
  });

  it('names a trust that is being formed', async () => {
    const id = await ground.database.have({
      formingAMat: true,
      incomingTrust: { ukprn: null, trn: null, name: 'New' },
    });
    expect((await officer.get(`/projects/${id}/incoming-trust`)).url).toMatch(/new-trust$/);
    expect((await officer.post(`/projects/${id}/new-trust`, { name: 'New', trn: 'TR1' })).status).toBe(400);
    const taken = await officer.post(`/projects/${id}/new-trust`, { name: 'New', trn: 'TR90042' });
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('already belongs to')]);
    await officer.post(`/projects/${id}/new-trust`, { name: 'New', trn: 'tr90888' });
    expect((await facts(id)).incomingTrust).toEqual({ ukprn: null, trn: 'TR90888', name: 'New' });
  });

  it('changes the date with reasons, and keeps its history', async () => {
    const id = await ground.database.have();
    const why = await officer.post(`/projects/${id}/proposed-date`, month('2027-06'));
    expect(why.url).toMatch(/reasons\?to=2027-06$/);
    expect((await officer.post(`/projects/${id}/proposed-date/reasons?to=2027-06`, {})).status).toBe(400);
    await officer.post(`/projects/${id}/proposed-date/reasons?to=2027-06`, {
      reasons: 'land',
      reasons_land_detail: 'The lease',
    });
    expect((await facts(id)).dateHistory.at(-1)).toMatchObject({
      previous: '2027-04-01',
      date: '2027-06-01',
      reasons: [{ reason: 'land', detail: 'The lease' }],
    });
    expect((await officer.post(`/projects/${id}/proposed-date`, month('2026-09'))).status).toBe(400);
    expect(
      (await officer.post(`/projects/${id}/proposed-date`, { 'date-month': '13', 'date-year': '2027' })).status,
    ).toBe(400);
    expect((await officer.get(`/projects/${id}/proposed-date/reasons?to=soon`)).status).toBe(400);
  });

  it('takes another school, unless another project has it', async () => {
    const id = await ground.database.have({ academies: [{ urn: '900126' }] });
    await officer.post(`/projects/${id}/school/choose?search=x`, { school: '900127' });
    expect((await facts(id)).academies).toEqual([{ urn: '900127' }]);
    const taken = await officer.post(`/projects/${id}/school/choose?search=x`, { school: '900123' });
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('is in project')]);
    expect((await officer.post(`/projects/${id}/school/choose?search=x`, { school: '123' })).status).toBe(400);
    expect((await officer.post(`/projects/${id}/school/choose?search=x`, { school: '900201' })).text).toContain(
      'is an academy already',
    );
  });

  it('makes groups with the next free number, and joins one', async () => {
    const first = await ground.database.have({ academies: [{ urn: '900128' }], group: 'GRP_00000041' });
    const second = await ground.database.have({ academies: [{ urn: '900129' }] });
    await officer.post(`/projects/${second}/group`, { group: 'new' });
    expect((await facts(second)).group).toBe('GRP_00000042');
    await officer.post(`/projects/${first}/group`, { group: 'GRP_00000042' });
    expect((await facts(first)).group).toBe('GRP_00000042');
    expect((await officer.post(`/projects/${first}/group`, { group: 'GRP_99999999' })).status).toBe(400);
  });

  it('keeps what was typed first when two people change a project at once, and tells the second', async () => {
    const id = await ground.database.have();
    const path = `/projects/${id}/case`;
    const version = await versionOf(path);
    await officer.post(path, { rationale: 'First', version });
    const second = await officer.post(path, { rationale: 'Second', version });
    expect([second.status, second.text]).toEqual([400, expect.stringContaining('Somebody else changed this project')]);
    expect(second.text).toContain('Second');
    expect((await facts(id)).summary.rationale).toBe('First');
  });

  it('is told so too when their first answer was wrong in itself', async () => {
    const id = await ground.database.have({ proposedDate: null });
    const path = `/projects/${id}/proposed-date`;
    const version = await versionOf(path);
    await officer.post(`/projects/${id}/case`, { rationale: 'First', version });
    const wrong = await officer.post(path, { 'date-month': '13', 'date-year': '2031', version });
    expect(wrong.text).toContain(`name="version" value="${version}"`);
    const second = await officer.post(path, { 'date-month': '4', 'date-year': '2031', version });
    expect(second.text).toContain('Somebody else changed this project');
    expect(second.text).not.toContain(`name="version" value="${version}"`);
  });

  it('adds a note', async () => {
    const id = await ground.database.have();
    await officer.post(`/projects/${id}/notes/new`, { subject: 'Visit', text: '<script>alert(1)</script>' });
    const { text } = await officer.get(`/projects/${id}`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('Deleting a project', () => {
  it('takes it from the lists and publishes that it is gone', async () => {
    const id = await ground.database.have({ assignedTo: { email: 'dara.officerly@education.gov.uk', name: 'Dara' } });
    await officer.post(`/projects/${id}/delete`);
    expect((await officer.get(`/projects/${id}`)).status).toBe(404);
    expect((await officer.get(`/conversions?search=${id}`)).text).toContain('No conversions match');
  });

  it('is not for somebody else', async () => {
    const id = await ground.database.have();
    expect((await officer.post(`/projects/${id}/delete`, {}, { from: '/conversions' })).status).toBe(403);
  });
});

describe('Somebody who only reads', () => {
  it('sees the project, and nothing to change', async () => {
    const id = await ground.database.have();
    const reader = await ground.as('caseworker');
    const { status, text } = await reader.get(`/projects/${id}`);
    expect([status, text.includes('Change<'), text.includes('Record a decision')]).toEqual([200, false, false]);
    expect((await reader.get(`/projects/${id}/assigned-to`)).status).toBe(403);
    expect((await reader.get(`/projects/${id}/decision/outcome`)).status).toBe(403);
  });
});
