import { answersTo, tryHoldSchool } from '@academies/complete';
import type { CompleteProject } from '@academies/contracts';
import { hiddenIn, type Visitor } from '@academies/identity';
import { v7 } from 'uuid';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
let caseworker: Visitor;
let support: Visitor;
let id: string;
const assignedTo = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
const send = (who: Visitor, path: string, typed: Record<string, string | string[]>) =>
  who.post(`/projects/${id}/${path}`, typed as Record<string, string>);
const project = async () => (await fixture.projectOf(id)) as CompleteProject;
const done = (answers: Record<string, string | boolean>) => ({ notApplicable: false, answers });

const openedForm = async (who: Visitor, path: string): Promise<[token: string, shown: string]> => {
  const { text } = await who.get(`/projects/${id}/${path}`);
  return [hiddenIn(text, '_csrf'), hiddenIn(text, 'shown')];
};

async function given(facts: Partial<CompleteProject>) {
  await fixture.ask('update project set document = document || \'{"state": "deleted"}\'');
  ({ id } = await fixture.aProject({ state: 'active', team: 'regional_casework_services', assignedTo, ...facts }));
}

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  [caseworker, support] = [await fixture.as('caseworker'), await fixture.as('serviceSupport')];
});
afterAll(() => fixture?.stop());

describe('The date', () => {
  it('changes by a month and its reasons, and the page tells its history', async () => {
    await given({ dateConfirmed: true });
    const { url } = await send(caseworker, 'dates/change', { 'date-month': '6', 'date-year': '2027' });
    expect(url).toMatch(/dates\/reasons\?to=2027-06$/);
    const reasons = { reasons: ['land'], reasons_land_detail: 'The lease is not signed.' };
    await send(caseworker, 'dates/reasons?to=2027-06', reasons);
    expect(await project()).toMatchObject({ significantDate: '2027-06-01', provisionalDate: '2027-04-01' });
    await send(caseworker, 'dates/reasons?to=2027-06', reasons);
    expect((await project()).dateHistory).toHaveLength(2);
    const { text } = await caseworker.get(`/projects/${id}/dates`);
    expect(text).toContain('The lease is not signed.');
    expect(text).toContain('<svg');
  });

  it('is confirmed before it is changed, and the page says where', async () => {
    await given({});
    expect((await caseworker.get(`/projects/${id}/dates/change`)).text).toContain('tasks/stakeholder_kick_off');
    expect((await send(caseworker, 'dates/change', { 'date-month': '6', 'date-year': '2027' })).status).toBe(400);
  });

  it.each(['2199-12', '1900-01', '2026-13', 'soon'])(
    'is no other than its page takes, by its address either: %s',
    async (to) => {
      await given({ dateConfirmed: true });
      const reasons = { reasons: ['land'], reasons_land_detail: 'The lease is not signed.' };
      expect((await send(caseworker, `dates/reasons?to=${to}`, reasons)).status).toBe(400);
      expect(await project()).toMatchObject({ significantDate: '2027-04-01' });
    },
  );

  it('warns of a month that has passed', async () => {
    await given({ dateConfirmed: true });
    expect((await caseworker.get(`/projects/${id}/dates/reasons?to=2026-09`)).text).toContain('passed already');
  });
});

describe('The life of a project', () => {
  it('is held and goes on', async () => {
    await given({});
    const held = { reason: 'The land transfer waits.' };
    expect((await send(caseworker, 'hold', held)).text).toContain('The project is on hold');
    expect((await send(caseworker, 'hold', held)).text).toContain('Nothing was changed');
    expect((await project()).onHold).toEqual({ since: '2026-10-20', reason: 'The land transfer waits.' });
    expect((await caseworker.get(`/projects/${id}`)).text).toContain('On hold since 20 October 2026');
    await send(caseworker, 'hold/end', { sure: 'yes' });
    expect((await project()).onHold).toBeNull();
  });

  it('cannot be completed while something is missing, each with a link to where it is done', async () => {
    await given({});
    const { text } = await caseworker.get(`/projects/${id}/complete`);
    for (const task of ['stakeholder_kick_off', 'all_conditions_met', 'date_opened'])
      expect(text).toContain(`/projects/${id}/tasks/${task}`);
    expect((await send(caseworker, 'complete', { sure: 'yes' })).status).toBe(400);
    expect((await project()).state).toBe('active');
  });

  it('is completed, keeps the tasks after the opening for the assigned person, and is opened again by service support', async () => {
    await given({
      dateConfirmed: true,
      significantDate: '2026-10-01',
      tasks: { all_conditions_met: done({ confirmed: true }), date_opened: done({ date_opened: '2026-10-01' }) },
    });
    await send(caseworker, 'complete', { sure: 'yes' });
    expect(await project()).toMatchObject({ state: 'completed', completedOn: '2026-10-20' });
    expect((await send(caseworker, 'tasks/academy_name', { name: 'Too late' })).status).toBe(400);
    const received = { 'date_received-day': '12', 'date_received-month': '10', 'date_received-year': '2026' };
    await send(caseworker, 'tasks/declaration_of_expenditure', received);
    expect(answersTo(await project(), 'declaration_of_expenditure').answers).toMatchObject({
      date_received: '2026-10-12',
    });
    expect((await send(caseworker, 'reopen', { sure: 'yes' })).status).toBe(403);
    await send(support, 'reopen', { reason: 'Completed by mistake.' });
    expect(await project()).toMatchObject({ state: 'active', completedOn: null });
    expect((await support.get(`/projects/${id}/history`)).text).toContain('Completed by mistake.');
  });

  it('is opened again once, however many pages ask for it, with one reason', async () => {
    await given({ state: 'completed', completedOn: '2026-10-01' });
    const [token, shown] = await openedForm(support, 'reopen');
    const before = (await fixture.events()).length;
    const answers = await Promise.all(
      [1, 2, 3].map((tab) =>
        support.post(`/projects/${id}/reopen`, { reason: `By mistake, ${tab}`, shown }, { token }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const told = answers.filter(({ text }) => text.includes('the project is open already'));
    expect(told.length).toBeGreaterThan(0);
    expect((await fixture.events()).length).toBe(before + 1);
    const reasons = `select from history where project_id = ? and what = 'Reason for opening again'`;
    expect(await fixture.ask(reasons, [id])).toHaveLength(1);
  });

  it('is not opened again while another project of the school is open', async () => {
    await given({ state: 'completed' });
    const other = await fixture.aProject({ prepareId: '77' });
    const { text } = await support.get(`/projects/${id}/reopen`);
    expect(text).toContain(`/projects/${other.id}`);
    expect((await send(support, 'reopen', { reason: 'By mistake.' })).status).toBe(400);
  });

  it('is not opened again while an approval of the school is handed over', async () => {
    await given({ state: 'completed' });
    const { urn } = (await project()) as { urn: string };
    await fixture.orm.em.fork().transactional(async (em) => {
      expect(await tryHoldSchool(em, urn)).toBe(true);
      const { status, text } = await send(support, 'reopen', { reason: 'By mistake.' });
      expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('is being handed over') });
    });
    expect((await send(support, 'reopen', { reason: 'By mistake.' })).status).toBe(200);
    expect(await project()).toMatchObject({ state: 'active' });
  });

  it('ends with the order, by a minister’s decision that three steps confirm', async () => {
    await given({ directiveAcademyOrder: true });
    const decision = {
      reasons: ['school_closed_or_closing'],
      reasons_school_closed_or_closing_detail: 'It closes in August.',
      minister: 'Mx Minister',
      'date-day': '19',
      'date-month': '10',
      'date-year': '2026',
    };
    expect((await send(caseworker, 'revoke', { ...decision, approved: 'yes', sent: 'yes' })).status).toBe(400);
    await send(caseworker, 'revoke', { ...decision, approved: 'yes', sent: 'yes', saved: 'yes' });
    expect(await project()).toMatchObject({
      state: 'dao_revoked',
      daoRevokedOn: '2026-10-19',
      daoRevocation: { minister: 'Mx Minister' },
    });
    expect((await fixture.events()).at(-1)?.type).toBe('complete.project.dao-revoked.v1');
  });

  it.each(['hold', 'complete', 'dates/change', 'people/team', 'about/group'])(
    'has no form where nothing can be changed any more: %s',
    async (path) => {
      await given({ state: 'dao_revoked' });
      const { text } = await support.get(`/projects/${id}/${path}`);
      expect(text).toContain('The state of the project is: DAO revoked');
      expect(text).not.toContain('name="shown"');
    },
  );

  it('is deleted by service support alone, who alone read it afterwards, and why; nobody changes it', async () => {
    await given({});
    expect((await send(caseworker, 'delete', { sure: 'yes' })).status).toBe(403);
    const { text } = await send(support, 'delete', { reason: 'Made twice.' });
    expect(text).toContain('Project deleted');
    expect((await caseworker.get(`/projects/${id}`)).status).toBe(404);
    for (const part of ['', '/about', '/dates', '/contacts', '/notes', '/people', '/history', '/tasks/headteacher']) {
      const there = await support.get(`/projects/${id}${part}`);
      expect([part, there.status]).toEqual([part, 200]);
      if (part.startsWith('/tasks')) continue;
      expect(there.text).toContain('Sunny Mendwell deleted this project on ');
      expect(there.text).toContain('Made twice.');
      expect(there.text).not.toMatch(/href="[^"]*\/(delete|hold|change|assign|write|add|team|added-by|complete)"/);
    }
    expect((await support.get(`/projects/${id}/hold`)).status).toBe(404);
    expect((await support.post(`/projects/${id}/tasks/headteacher`, {})).status).toBe(404);
    expect((await support.post(`/projects/${id}/notes/${v7()}/write`, { text: 'x' })).status).toBe(404);
  });
});
