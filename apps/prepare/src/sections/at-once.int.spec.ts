import { hiddenIn } from '@academies/identity';
import { anOfficerInPrepare, type OfficerInPrepare } from '../fixtures/officer.spec.ts';

let { fixture, officer, facts, shownOf } = {} as OfficerInPrepare;
beforeAll(async () => {
  ({ fixture, officer, facts, shownOf } = await anOfficerInPrepare());
});
afterAll(() => fixture.stop());

describe('Two people who change a project at once', () => {
  it('keeps what was typed first when two people change a project at once, and tells the second', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/case`;
    const shown = await shownOf(path);
    await officer.post(path, { rationale: 'First', shown });
    const second = await officer.post(path, { rationale: 'Second', shown });
    expect(second.status).toBe(400);
    expect(second.text).toContain('Dara Officerly changed “Rationale” while you had this page open');
    expect(second.text).toContain('on 6 October 2026 at 4:05pm');
    for (const both of ['Saved now', 'First', 'What you entered']) expect(second.text).toContain(both);
    expect(second.text).toMatch(/<textarea[^>]*name="rationale"[^>]*>Second</);
    expect((await facts(id)).summary.rationale).toBe('First');
    await officer.post(path, {
      rationale: 'Second',
      shown: hiddenIn(second.text, 'shown'),
    });
    expect((await facts(id)).summary.rationale).toBe('Second');
  });

  it('saves what two people changed on one page, each something else', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/case`;
    const shown = await shownOf(path);
    await officer.post(path, { rationale: 'Hers', shown });
    const second = await officer.post(path, { risks: 'His', shown });
    expect(second.text).toContain('Rationale, benefits and risks saved');
    expect((await facts(id)).summary).toMatchObject({ rationale: 'Hers', risks: 'His' });
  });

  it('is not told of success where nothing was saved', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/case`;
    await officer.post(path, { rationale: 'First' });
    const again = await officer.post(path, { rationale: 'First' });
    expect(again.text).toContain('Nothing to save');
    expect(again.text).not.toContain('govuk-notification-banner--success');
  });

  it('does not erase what is stored with a form that says nothing of what it showed', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/case`;
    await officer.post(path, { rationale: 'First' });
    expect((await officer.post(path, { rationale: 'Second', shown: '' })).status).toBe(400);
    expect((await facts(id)).summary.rationale).toBe('First');
  });

  it('keeps the choice of a trust in words when somebody else chose another', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/incoming-trust`;
    const shown = await shownOf(path);
    await fixture.database.all(
      `update project set state = jsonb_set(state, '{incomingTrust}', '{"ukprn": "19000099", "trn": null, "name": null}') where id = ?`,
      [id],
    );
    const told = await officer.post(path, { incomingTrust: '19000077', shown });
    expect([told.status, told.text]).toEqual([400, expect.stringMatching(/What you entered[\s\S]*Old Mill Trust/)]);
  });

  it('saves what is about something else, though somebody else was faster there', async () => {
    const id = await fixture.database.have({ assignedTo: null });
    const shown = await shownOf(`/projects/${id}/case`);
    await officer.post(`/projects/${id}/assigned-to`, { assignedTo: 'dara.officerly@education.gov.uk' });
    await officer.post(`/projects/${id}/case`, { rationale: 'First', shown });
    expect(await facts(id)).toMatchObject({ summary: { rationale: 'First' }, assignedTo: { name: 'Dara Officerly' } });
  });

  it('is told so too when their first answer was wrong in itself', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/proposed-decision-date`;
    const shown = await shownOf(path);
    const on = (day: string, month: string) => ({
      'proposedDecisionDate-day': day,
      'proposedDecisionDate-month': month,
      'proposedDecisionDate-year': '2026',
    });
    await officer.post(path, { ...on('1', '2'), shown });
    const wrong = await officer.post(path, { ...on('31', '2'), shown });
    expect(wrong.text).toContain(`name="shown" value="${shown}"`);
    const second = await officer.post(path, { ...on('3', '3'), shown });
    expect(second.text).toContain('changed “Proposed decision date”');
    expect(second.text).not.toContain(`name="shown" value="${shown}"`);
    expect((await facts(id)).proposedDecisionDate).toBe('2026-02-01');
  });
});

describe('Requests that arrive at the same moment', () => {
  const tokenOf = async (path: string) => {
    const { text } = await officer.get(path);
    const hidden = (name: string) => hiddenIn(text, name);
    return { token: hidden('_csrf'), shown: hidden('shown') };
  };

  it('never put one school into two projects', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => fixture.database.have({ academies: [{ urn: '900126' }] })),
    );
    const forms = await Promise.all(ids.map((id) => tokenOf(`/projects/${id}/school`)));
    const answers = await Promise.all(
      forms.map(({ token, shown }, at) =>
        officer.post(`/projects/${ids[at]}/school`, { academies: '900125', shown }, { token }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(400)]);
    expect(await fixture.database.all(`select from project_academy where urn = '900125'`)).toHaveLength(1);
  });

  it('make one note of the same words', async () => {
    const id = await fixture.database.have();
    const path = `/projects/${id}/notes/new`;
    const { token } = await tokenOf(path);
    const note = { subject: 'Visit', text: 'Met the chair.' };
    await Promise.all(Array.from({ length: 20 }, () => officer.post(path, note, { token })));
    expect((await facts(id)).summary.notes).toMatchObject([note]);
  });
});
