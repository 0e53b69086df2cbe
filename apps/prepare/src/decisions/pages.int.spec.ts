import { hiddenIn, type Visitor } from '@academies/identity';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';

let fixture: PrepareService;
let officer: Visitor;
beforeAll(async () => {
  fixture = await aPrepareService();
  officer = await fixture.as('deliveryOfficer');
});
afterAll(() => fixture.stop());

const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
};
const step = (id: string, name: string, fields: Record<string, string | string[]>) =>
  officer.post(`/projects/${id}/decision/${name}`, fields);

/** Answers every page of an approval; ends on the page to check. */
async function answerAll(id: string) {
  await step(id, 'outcome', { outcome: 'approved_with_conditions' });
  await step(id, 'decided-by', { decidedBy: 'regional_director' });
  await step(id, 'conditions', { conditions: 'The land is agreed <b>first</b>.' });
  await step(id, 'name', { deciderName: 'Imogen Vale' });
  await step(id, 'date', day('date', '2026-10-06'));
  return step(id, 'academy-order-date', day('academyOrderDate', ''));
}
const decisionsOf = (id: string) => fixture.database.all('select state from decision where project_id = ?', [id]);
const approvalsOf = (id: string) =>
  fixture.database.all(`select from outbox where key = ? and type = 'prepare.project.approved.v1'`, [id]);

describe('Recording a decision, page by page', () => {
  it('asks what is due, shows it to check, records it, and the project waits for Complete', async () => {
    const id = await fixture.database.have();
    const check = await answerAll(id);
    expect(check.url).toMatch(/decision\/check$/);
    expect(check.text).toContain('The land is agreed &lt;b&gt;first&lt;/b&gt;.');
    const done = await officer.post(`/projects/${id}/decision/check`, { shown: hiddenIn(check.text, 'shown') });
    expect(done.url).toMatch(/decision\/recorded$/);
    const { text } = await officer.get(`/projects/${id}`);
    expect(text).toContain('Approved with conditions');
    expect(text).toContain('Complete has not answered yet');
    expect(await decisionsOf(id)).toMatchObject([{ state: { deciderName: 'Imogen Vale', date: '2026-10-06' } }]);
  });

  it('records once, though the form is sent twice', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900124' }] });
    const shown = hiddenIn((await answerAll(id)).text, 'shown');
    const send = () => officer.post(`/projects/${id}/decision/check`, { shown }, { from: '/conversions', token });
    const token = hiddenIn((await officer.get(`/projects/${id}/decision/check`)).text, '_csrf');
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ url }) => url.replace(/.*decision/, ''))).toEqual(['/recorded', '/recorded']);
    expect(await decisionsOf(id)).toHaveLength(1);
    expect(await approvalsOf(id)).toHaveLength(1);
    expect((await officer.get(`/projects/${id}/decision/check`)).url).toMatch(/recorded$/);
  });

  it('is checked again when anything of the project changed since, with every answer kept', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900128' }] });
    const shown = hiddenIn((await answerAll(id)).text, 'shown');
    await officer.post(`/projects/${id}/case`, { rationale: 'A new roof' });
    const told = await officer.post(`/projects/${id}/decision/check`, { shown });
    expect([told.status, await decisionsOf(id)]).toEqual([400, []]);
    for (const said of ['Somebody else changed this project', 'Imogen Vale']) expect(told.text).toContain(said);
    await officer.post(`/projects/${id}/decision/check`, { shown: hiddenIn(told.text, 'shown') });
    expect(await decisionsOf(id)).toHaveLength(1);
    await fixture.database.all('delete from project_academy where project_id = ?', [id]);
  });

  it('goes back to what is missing when an answer is changed', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900125' }] });
    await answerAll(id);
    const changed = await officer.post(`/projects/${id}/decision/outcome?change`, { outcome: 'declined' });
    expect(changed.url).toMatch(/decision\/reasons\?change$/);
    const check = await officer.post(`/projects/${id}/decision/reasons?change`, {
      reasons: ['finance', 'other'],
      reasons_finance_detail: 'A deficit',
      reasons_other_detail: 'The governors',
    });
    expect(check.url).toMatch(/decision\/check$/);
    await officer.post(`/projects/${id}/decision/check`, { shown: hiddenIn(check.text, 'shown') });
    expect(await decisionsOf(id)).toMatchObject([{ state: { outcome: 'declined', conditions: null } }]);
    expect(await approvalsOf(id)).toEqual([]);
  });

  it('keeps every other answer when one is changed and changed back, and records only what applies', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900127' }] });
    await answerAll(id);
    await officer.post(`/projects/${id}/decision/outcome?change`, { outcome: 'declined' });
    await officer.post(`/projects/${id}/decision/reasons?change`, {
      reasons: 'finance',
      reasons_finance_detail: 'Costs',
    });
    const back = await officer.post(`/projects/${id}/decision/outcome?change`, { outcome: 'approved_with_conditions' });
    expect(back.url).toMatch(/decision\/check$/);
    for (const kept of ['The land is agreed', 'Imogen Vale', '6 October 2026']) expect(back.text).toContain(kept);
    expect(back.text).not.toContain('Costs');
    expect((await officer.get(`/projects/${id}/decision/reasons`)).url).toMatch(/decision\/outcome$/);
    await officer.post(`/projects/${id}/decision/check`, { shown: hiddenIn(back.text, 'shown') });
    expect(await decisionsOf(id)).toMatchObject([{ state: { outcome: 'approved_with_conditions', reasons: [] } }]);
    await fixture.database.all('delete from project_academy where project_id = ?', [id]);
  });

  it('asks each question once: the heading is the legend', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900122' }] });
    const { text } = await officer.get(`/projects/${id}/decision/outcome`);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toMatch(/<legend[^>]*>\s*<h1[^>]*>\s*What is the decision\?/);
    expect((await step(id, 'outcome', {})).text).toMatch(/<legend[^>]*>\s*<h1[^>]*>\s*What is the decision\?/);
  });

  it('does not mix the projects of two tabs', async () => {
    const one = await fixture.database.have({ academies: [{ urn: '900121' }] });
    const other = await fixture.database.have({ academies: [{ urn: '900122' }] });
    await step(one, 'outcome', { outcome: 'declined' });
    await step(other, 'outcome', { outcome: 'deferred' });
    await step(one, 'decided-by', { decidedBy: 'minister' });
    await step(other, 'decided-by', { decidedBy: 'grade_6' });
    expect((await officer.get(`/projects/${one}/decision/name`)).text).toContain('name of the minister');
    expect((await officer.get(`/projects/${other}/decision/name`)).text).toContain('name of the grade 6');
  });

  it('of a voluntary conversion offers no revocation, and refuses one', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900126' }] });
    expect((await officer.get(`/projects/${id}/decision/outcome`)).text).not.toContain('dao_revoked');
    expect((await step(id, 'outcome', { outcome: 'dao_revoked' })).status).toBe(400);
  });

  it('lets a minister revoke the order of a sponsored conversion', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900126' }], route: 'sponsored' });
    await step(id, 'outcome', { outcome: 'dao_revoked' });
    expect((await step(id, 'confirmations', { confirmations: 'letter_sent' })).status).toBe(400);
    await step(id, 'confirmations', { confirmations: ['minister_approved', 'letter_sent', 'letter_saved'] });
    await step(id, 'reasons', { reasons: 'school_closed_or_closing', reasons_school_closed_or_closing_detail: 'July' });
    await step(id, 'name', { deciderName: 'A Minister' });
    const check = await step(id, 'date', day('date', '2026-10-01'));
    await officer.post(`/projects/${id}/decision/check`, { shown: hiddenIn(check.text, 'shown') });
    expect(await decisionsOf(id)).toMatchObject([{ state: { outcome: 'dao_revoked', decidedBy: 'minister' } }]);
    expect((await officer.get(`/projects/${id}/decision/outcome`)).status).toBe(409);
  });
});

const summaryOf = (text: string): string => /govuk-error-summary__list([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? '';

describe('An approval that breaks a rule of the handover', () => {
  it('is stopped, with a link to each page that fixes it', async () => {
    const id = await fixture.database.have({
      academies: [{ urn: '900127' }],
      assignedTo: null,
      incomingTrust: { ukprn: '19999999', trn: null, name: null },
    });
    const stopped = await step(id, 'outcome', { outcome: 'approved' });
    expect(stopped.status).toBe(400);
    for (const page of ['assigned-to', 'incoming-trust'])
      expect(summaryOf(stopped.text)).toContain(`href="/projects/${id}/${page}?then=decision"`);
    expect((await step(id, 'outcome', { outcome: 'declined' })).url).toMatch(/decided-by$/);
  });

  it('is stopped at the end too, when the rule broke meanwhile', async () => {
    const id = await fixture.database.have({ academies: [{ urn: '900128' }] });
    const shown = hiddenIn((await answerAll(id)).text, 'shown');
    await fixture.database.all(`update project set state = jsonb_set(state, '{assignedTo}', 'null') where id = ?`, [
      id,
    ]);
    const stopped = await officer.post(`/projects/${id}/decision/check`, { shown });
    expect([stopped.status, await decisionsOf(id)]).toEqual([400, []]);
    const fix = `/projects/${id}/assigned-to?then=decision`;
    expect(summaryOf(stopped.text)).toContain(`href="${fix}"`);
    expect(stopped.text).toContain('Assign the project to somebody');
    const back = await officer.post(fix, { assignedTo: 'dara.officerly@education.gov.uk' });
    expect(back.url).toMatch(/decision\/check$/);
  });

  it('names the project that stands in the way, here and in Complete', async () => {
    const id = await fixture.database.have({ status: 'declined', academies: [{ urn: '900129' }] });
    const other = await fixture.database.have({ academies: [{ urn: '900129' }] });
    const shown = await officer.get(`/projects/${id}/decision/outcome`);
    expect(shown.text).toContain(`href="/projects/${other}"`);
  });

  it('leads from a page that is locked to the project', async () => {
    const id = await fixture.database.have({ status: 'dao_revoked' });
    const { status, text } = await officer.get(`/projects/${id}/case`);
    expect([status, text]).toEqual([409, expect.stringContaining(`href="/projects/${id}">Go to the project`)]);
  });
});

describe('Wrong answers', () => {
  it.each<[string, Record<string, string>, string]>([
    ['outcome', {}, 'Select the decision'],
    ['outcome', { outcome: 'maybe' }, 'Select the decision'],
    ['decided-by', { decidedBy: 'nobody-known' }, 'Select who made the decision'],
    ['name', { deciderName: ' ' }, 'Enter the name'],
    ['date', day('date', '2026-10-07'), 'must be today or in the past'],
    ['date', day('date', '2026-02-30'), 'must be a real date'],
    ['date', day('date', '2009-12-31'), '2010 or later'],
    ['date', { 'date-day': '1' }, 'must include a month'],
  ])('on %s are named, and nothing is kept', async (name, fields, message) => {
    const id = await fixture.database.have({ academies: [{ urn: '900129' }] });
    const start = await officer.post(`/projects/${id}/decision/outcome`, { outcome: 'approved' });
    expect(start.status).toBe(200);
    const answer = await step(id, name, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
    await fixture.database.all('delete from project_academy where project_id = ?', [id]);
  });

  it.each(['/projects/1', '/projects/abc', '/projects/9999999999999', '/projects/1001/decision/nothing'])(
    '%s is not there',
    async (path) => expect((await officer.get(path)).status).toBe(404),
  );
});
