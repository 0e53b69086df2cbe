import type { CompleteProject } from '@academies/contracts';
import { personas } from '@academies/identity';
import { eventually } from '@academies/testing';
import { aCompleteService, type CompleteService } from '../../fixtures/test-service.spec.ts';
import { queueReminders } from './queue-reminders.ts';

const { caseworker: casey, teamLeader: tilda, regionalDeliveryOfficer: remy } = personas;
const week = '2026-10-19';
let fixture: CompleteService;
let urn = 930_100;
const overdue = ({ email, name }: { email: string; name: string }, facts: Partial<CompleteProject> = {}) =>
  fixture.aProject({
    urn: String(++urn),
    prepareId: String(urn),
    state: 'active',
    team: 'regional_casework_services',
    assignedTo: { email, name },
    significantDate: '2026-10-01',
    dateConfirmed: false,
    ...facts,
  });
const remind = () => queueReminders(fixture.orm.em.fork(), { week, url: fixture.url });
const reminded = async () =>
  (await fixture.ask<{ recipient: string }>('select recipient from mail order by recipient')).map(
    ({ recipient }) => recipient,
  );

beforeAll(async () => {
  // A Monday, seven in the morning in England: the service itself reminds as soon as it runs.
  fixture = await aCompleteService({}, '2026-10-12T06:00:00.000Z');
  for (const who of ['caseworker', 'teamLeader', 'regionalDeliveryOfficer'] as const) await fixture.as(who);
});
beforeEach(() => fixture.ask('delete from mail'));
afterAll(() => fixture?.stop());

describe('The weekly reminder', () => {
  it('is said to be queued by the service itself, once a week, also when nobody has anything due', () =>
    eventually(async () =>
      expect(await fixture.ask('select week from reminded_week')).toEqual([{ week: '2026-10-12' }]),
    ));

  it('goes to who has something due, once, though two processes begin and one starts again', async () => {
    await overdue(casey);
    await overdue(casey);
    await overdue(remy, { significantDate: '2027-06-01', dateConfirmed: true, createdAt: '2026-10-18T10:00:00.000Z' });
    await fixture.ask('update person set deactivated_at = now() where email = ?', [tilda.email]);
    await overdue(tilda);
    expect((await Promise.all([remind(), remind()])).sort()).toEqual([0, 1]);
    expect(await remind()).toBe(0);
    expect(await reminded()).toEqual([casey.email]);
    await eventually(async () => {
      const shown = await fixture.eMails();
      for (const said of ['2 things are due or overdue on your projects', `${fixture.url}/projects/yours`])
        expect(shown).toContain(said);
    });
  });

  it('goes to who stands in too, with whose it is', async () => {
    await fixture.ask(
      `insert into absence (email, first_day, last_day, stand_in, entered_by, entered_at) values (?, ?, '2026-10-25', ?, ?, now())`,
      [casey.email, week, remy.email, casey.email],
    );
    await fixture.ask('delete from reminded_week where week = ?', [week]);
    await remind();
    expect(await reminded()).toEqual([casey.email, remy.email]);
    const [mail] = await fixture.ask<{ lines: string }>(
      `select facts ->> 'lines' as lines from mail where recipient = ?`,
      [remy.email],
    );
    expect(mail?.lines).toContain(`, for ${casey.name}: `);
    await fixture.ask('delete from absence');
  });

  it('is switched off and on by each person for themselves', async () => {
    const caseworker = await fixture.as('caseworker');
    const choose = (weekly: string) => caseworker.post('/projects/yours/weekly-e-mail', { weekly });
    const again = async () => {
      await fixture.ask(`delete from mail`);
      await fixture.ask('delete from reminded_week where week = ?', [week]);
      await remind();
      return reminded();
    };
    expect((await choose('no')).text).toContain('Weekly e-mail switched off');
    expect(await again()).toEqual([]);
    await fixture.as('caseworker');
    expect(await again()).toEqual([]);
    expect((await choose('')).status).toBe(400);
    expect((await choose('yes')).text).toContain('Weekly e-mail switched on');
    expect(await again()).toEqual([casey.email]);
  });
});
