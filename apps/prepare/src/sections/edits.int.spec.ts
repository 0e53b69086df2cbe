import { anOfficerInPrepare, type OfficerInPrepare } from '../fixtures/officer.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

let { fixture, officer, facts, shownOf } = {} as OfficerInPrepare;
beforeAll(async () => {
  ({ fixture, officer, facts, shownOf } = await anOfficerInPrepare());
});
afterAll(() => fixture.stop());

const month = (text: string) => ({ 'date-month': text.slice(5), 'date-year': text.slice(0, 4) });

describe('Changing a project', () => {
  it('assigns a person who has signed in before', async () => {
    const id = await fixture.database.have({ assignedTo: null });
    await officer.post(`/projects/${id}/assigned-to`, { assignedTo: 'dara.officerly@education.gov.uk' });
    expect((await facts(id)).assignedTo).toEqual({ email: 'dara.officerly@education.gov.uk', name: 'Dara Officerly' });
    expect((await officer.post(`/projects/${id}/assigned-to`, { assignedTo: 'who@education.gov.uk' })).status).toBe(
      400,
    );
  });

  it('finds and chooses the incoming trust, and no trust that the register lacks', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/incoming-trust`;
    const results = await officer.post(path, { incomingTrust_search: 'old mill' });
    expect([results.status, results.text]).toEqual([200, expect.stringContaining('UKPRN 19000077')]);
    const chosen = { incomingTrust_search: 'old mill', incomingTrust_searched: 'old mill', incomingTrust: '19000077' };
    await officer.post(path, chosen);
    expect((await facts(id)).incomingTrust).toEqual({ ukprn: '19000077', trn: null, name: null });
    expect((await officer.post(path, { incomingTrust: '12345678' })).status).toBe(400);
    expect((await officer.post(path, { incomingTrust_search: 'nowhere' })).text).toContain('No trust matches');
  });

  it('does not transfer academies to the trust that they leave', async () => {
    const id = await fixture.database.have(transferFacts);
    const answer = await officer.post(`/projects/${id}/incoming-trust`, { incomingTrust: '19000077' });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('also the outgoing trust')]);
    const left = await officer.post(`/projects/${id}/outgoing-trust`, {
      outgoingTrustUkprn: '19000042',
    });
    expect([left.status, left.text]).toEqual([400, expect.stringContaining('does not run')]);
  });

  it('names a trust that is being formed', async () => {
    const id = await fixture.database.have({
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

  it('has the default of a fact that was thought of after it was stored, and saving it unanswered changes nothing', async () => {
    const id = await fixture.database.have();
    await fixture.database.all(`update project set state = state - 'summary' - 'grant' where id = ?`, [id]);
    const events = () => fixture.database.all('select type from outbox where key = ?', [id]);
    const before = await events();
    expect((await officer.post(`/projects/${id}/case`, {})).status).toBe(200);
    expect(await events()).toEqual(before);
  });

  it('changes the date with reasons, and keeps its history', async () => {
    const id = await fixture.database.have();
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
    for (const to of ['soon', '0000-01', '0001-01', '9999-12', '2027-13', '2027-06-01'])
      expect([to, (await officer.get(`/projects/${id}/proposed-date/reasons?to=${to}`)).status]).toEqual([to, 400]);
  });

  it('takes another school, unless another project has it', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900126' }] });
    await officer.post(`/projects/${id}/school`, { academies: '900127' });
    expect((await facts(id)).academies).toEqual([{ urn: '900127' }]);
    const taken = await officer.post(`/projects/${id}/school`, { academies: '900123' });
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('is in project')]);
    expect((await officer.post(`/projects/${id}/school`, { academies: '123' })).status).toBe(400);
    expect((await officer.post(`/projects/${id}/school`, { academies: '900201' })).text).toContain(
      'Select a school that is in the register',
    );
  });

  it('makes groups with the next free number, and joins one', async () => {
    const first = await fixture.database.have({ academies: [{ urn: '900128' }], group: 'GRP_00000041' });
    const second = await fixture.database.have({ academies: [{ urn: '900129' }] });
    await officer.post(`/projects/${second}/group`, { group: 'new' });
    expect((await facts(second)).group).toBe('GRP_00000042');
    await officer.post(`/projects/${first}/group`, { group: 'GRP_00000042' });
    expect((await facts(first)).group).toBe('GRP_00000042');
    expect((await officer.post(`/projects/${first}/group`, { group: 'GRP_99999999' })).status).toBe(400);
  });

  it('adds a note', async () => {
    const id = await fixture.database.have();
    await officer.post(`/projects/${id}/notes/new`, { subject: 'Visit', text: '<script>alert(1)</script>' });
    const { text } = await officer.get(`/projects/${id}`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('Deleting a project', () => {
  it('takes it from the lists and publishes that it is gone', async () => {
    const id = await fixture.database.have({ assignedTo: { email: 'dara.officerly@education.gov.uk', name: 'Dara' } });
    await officer.post(`/projects/${id}/delete`);
    expect((await officer.get(`/projects/${id}`)).status).toBe(404);
    expect((await officer.get(`/conversions?search=${id}`)).text).toContain('No conversions match');
  });

  it('does not mind what changed elsewhere, but asks again when the school is another one', async () => {
    const id = await fixture.database.have({ assignedTo: { email: 'dara.officerly@education.gov.uk', name: 'Dara' } });
    const shown = await shownOf(`/projects/${id}/delete`);
    const other = JSON.stringify([{ urn: '900128' }]);
    await fixture.database.all(
      `update project set state = state || jsonb_build_object('academies', ?::jsonb) where id = ?`,
      [other, id],
    );
    const told = await officer.post(`/projects/${id}/delete`, { shown });
    expect([told.status, told.text]).toEqual([400, expect.stringContaining('Somebody else changed')]);
    const again = await shownOf(`/projects/${id}/delete`);
    await officer.post(`/projects/${id}/case`, { rationale: 'A new roof' });
    await officer.post(`/projects/${id}/delete`, { shown: again });
    expect((await officer.get(`/projects/${id}`)).status).toBe(404);
  });

  it('is not for somebody else', async () => {
    const id = await fixture.database.have();
    expect((await officer.post(`/projects/${id}/delete`, {}, { from: '/conversions' })).status).toBe(403);
  });
});

describe('Somebody who only reads', () => {
  it('sees the project, and nothing to change', async () => {
    const id = await fixture.database.have();
    const reader = await fixture.as('caseworker');
    const { status, text } = await reader.get(`/projects/${id}`);
    expect([status, text.includes('Change<'), text.includes('Record a decision')]).toEqual([200, false, false]);
    expect((await reader.get(`/projects/${id}/assigned-to`)).status).toBe(403);
    expect((await reader.get(`/projects/${id}/decision/outcome`)).status).toBe(403);
  });
});
