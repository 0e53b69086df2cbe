import type { Contact } from '@academies/contracts';
import { hiddenIn, type Visitor } from '@academies/identity';
import { personas } from '@academies/identity';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
let caseworker: Visitor;
let projectId: string;

const headteacher: Contact = {
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11',
  category: 'school',
  name: 'Petra Lindley',
  role: 'Headteacher',
  organisation: null,
  email: null,
  phone: null,
  primary: false,
};
const address = (task: string) => `/projects/${projectId}/tasks/${task}`;
const kept = async () => (await fixture.projectOf(projectId))?.tasks ?? {};

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  caseworker = await fixture.as('caseworker');
  const assignedTo = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
  const facts = { state: 'active', team: 'regional_casework_services', assignedTo, contacts: [headteacher] } as const;
  ({ id: projectId } = await fixture.aProject({ ...facts, contacts: [...facts.contacts] }));
});
afterAll(() => fixture?.stop());

describe('A task', () => {
  it.each([
    ['post_decision_actions', { application_saved: 'yes' }, { application_saved: true }],
    [
      'risk_protection_arrangement',
      { option: 'commercial', reason: 'A boat' },
      { option: 'commercial', reason: 'A boat' },
    ],
    ['academy_name', { name: 'constructor' }, { name: 'constructor' }],
    ['academy_name', { name: 'Larkmere Academy' }, { name: 'Larkmere Academy' }],
    [
      'proposed_capacity',
      { reception_to_year_6: '420', years_7_to_11: '0' },
      { reception_to_year_6: 420, years_7_to_11: 0 },
    ],
    [
      'payroll_deadline',
      { 'deadline-day': '1', 'deadline-month': '3', 'deadline-year': '2027' },
      { deadline: '2027-03-01' },
    ],
  ])(
    'keeps its answers: %s',
    async (task, typed, answers) => {
      const { status, url, text } = await caseworker.post(address(task), typed as Record<string, string>);
      expect([status, url]).toEqual([200, expect.stringContaining(`/projects/${projectId}`)]);
      expect(text).toContain('Task saved');
      expect((await kept())[task]).toEqual({ notApplicable: false, answers });
    },
    30_000,
  );

  it('confirms the date at the stakeholder kick-off, once', async () => {
    const on = (month: string) => ({ meeting: 'yes', 'confirmed_date-month': month, 'confirmed_date-year': '2027' });
    await caseworker.post(address('stakeholder_kick_off'), on('5'));
    expect(await fixture.projectOf(projectId)).toMatchObject({
      significantDate: '2027-05-01',
      dateConfirmed: true,
      tasks: { stakeholder_kick_off: { answers: { meeting: true, confirmed_date: '2027-05-01' } } },
    });
    expect((await caseworker.get(address('stakeholder_kick_off'))).text).toContain('It is May 2027 now');
    const again = await caseworker.post(address('stakeholder_kick_off'), on('6'));
    expect(again.status).toBe(400);
    expect(again.text).toContain('The date has been confirmed already');
  });

  it('names a contact of the project', async () => {
    await caseworker.post(address('headteacher'), { headteacher: headteacher.id });
    expect((await fixture.projectOf(projectId))?.keyContacts).toEqual({ headteacher: headteacher.id });
    const { text } = await caseworker.get(address('headteacher'));
    expect(text).toContain('Petra Lindley');
  });

  it('names the director of children’s services as main contact, who is a contact from then on, once', async () => {
    await fixture.ask('insert into local_authority (code, document, edited_by_hand) values (?, ?, false)', [
      '911',
      JSON.stringify({
        code: '911',
        name: 'Marrowby',
        address: {},
        directorOfChildrensServices: { name: 'Odette Farrow', role: null, email: 'odette.farrow@marrowby.example' },
      }),
    ]);
    const { text } = await caseworker.get(address('main_contact'));
    const [, id = ''] = /value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Odette Farrow/.exec(text) ?? [];
    await caseworker.post(address('main_contact'), { main_contact: id });
    await caseworker.post(address('main_contact'), { main_contact: id });
    const project = await fixture.projectOf(projectId);
    expect(project?.keyContacts).toMatchObject({ main_contact: id });
    expect(project?.contacts.filter(({ category }) => category === 'local_authority')).toEqual([
      expect.objectContaining({ name: 'Odette Farrow', organisation: 'Marrowby' }),
    ]);
  });

  it('says what it waits for and since when, until the wait is over', async () => {
    await caseworker.post(address('statutory_consultation'), { waiting_for: 'the governing body' });
    const read = async () => (await caseworker.get(`/projects/${projectId}`)).text;
    expect(await read()).toContain('Waiting for the governing body since 20 October 2026');
    await caseworker.post(address('statutory_consultation'), { completed: 'yes', waiting_for: '' });
    expect(await read()).not.toContain('Waiting for the governing body');
    expect((await kept())['statutory_consultation']).toEqual({ notApplicable: false, answers: { completed: true } });
  });

  it('leads to the task before and after it', async () => {
    const { text } = await caseworker.get(address('headteacher'));
    expect(text).toContain(address('academy_name'));
    expect(text).toContain(address('chair_of_governors'));
  });

  it('is set aside, and its answers with it', async () => {
    await caseworker.post(address('nursery_arrangement'), { arrangement: 'It stays' });
    await caseworker.post(address('nursery_arrangement'), { notApplicable: 'yes', arrangement: 'It stays' });
    expect((await kept())['nursery_arrangement']).toEqual({ notApplicable: true, answers: {} });
    await caseworker.post(address('proposed_capacity'), { notApplicable: 'yes', years_7_to_11: 'many' });
    expect((await kept())['proposed_capacity']).toEqual({ notApplicable: true, answers: {} });
    expect((await caseworker.get(`/projects/${projectId}`)).text).toContain('Not applicable');
  });

  it('that is set aside takes no answers beside its tick, and loses none', async () => {
    await caseworker.post(address('nursery_arrangement'), { notApplicable: 'yes' });
    const beside = await caseworker.post(address('nursery_arrangement'), {
      notApplicable: 'yes',
      arrangement: 'Stays',
    });
    expect(beside.status).toBe(400);
    expect(beside.text).toContain('Take this tick away');
    expect(beside.text).toContain('value="Stays"');
    await caseworker.post(address('nursery_arrangement'), { arrangement: 'Stays' });
    expect((await kept())['nursery_arrangement']).toEqual({ notApplicable: false, answers: { arrangement: 'Stays' } });
  });

  it('shows what was typed and what is wrong with it', async () => {
    const { status, text } = await caseworker.post(address('date_opened'), {
      'date_opened-day': '30',
      'date_opened-month': '2',
      'date_opened-year': '2027',
    });
    expect(status).toBe(400);
    expect(text).toContain('must be a real date');
    expect(text).toContain('value="30"');
    expect((await kept())['date_opened']).toBeUndefined();
  });

  it('is not overwritten by a page that was opened before somebody else saved it; sent twice, it is saved once', async () => {
    const shown = hiddenIn((await caseworker.get(address('childrens_centre'))).text, 'shown');
    const send = (provision: string) => caseworker.post(address('childrens_centre'), { provision, shown });
    expect((await send('It moves')).status).toBe(200);
    expect((await send('It moves')).status).toBe(200);
    const late = await send('It closes');
    expect(late.status).toBe(400);
    expect(late.text).toContain(`What ${personas.caseworker.name} saved, and what you entered`);
    expect((await kept())['childrens_centre']).toMatchObject({ answers: { provision: 'It moves' } });
  });

  it('is saved by the assigned person and service support only; others read it', async () => {
    const [leader, support] = [await fixture.as('teamLeader'), await fixture.as('serviceSupport')];
    const read = await leader.get(address('academy_name'));
    expect(read.text).toContain('Larkmere Academy');
    expect(read.text).not.toContain('Save and return');
    expect((await leader.post(address('academy_name'), { name: 'Mine' })).status).toBe(403);
    expect((await support.post(address('academy_name'), { name: 'Larkmere Park Academy' })).status).toBe(200);
    expect((await kept())['academy_name']).toMatchObject({ answers: { name: 'Larkmere Park Academy' } });
    expect((await support.get(address('form_m'))).status).toBe(404);
  });
});
