import type { MailFacts } from '@academies/mail';
import { personas, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { approved, created, started } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, type ReportingService } from '../fixtures/test-service.spec.ts';
import { tellChanges } from './tell-changes.ts';

interface Queued {
  readonly template: string;
  readonly to: string;
  readonly facts: MailFacts;
}

describe('Who subscribed to a choice', () => {
  let fixture: ReportingService;
  let owner: Visitor;
  let reader: Visitor;
  let choice: string;
  const failures: unknown[] = [];
  const tell = (now: string) =>
    tellChanges({
      em: fixture.database.orm.em.fork(),
      sql: fixture.database.session,
      now: new Date(now),
      url: fixture.url,
      failed: (error) => failures.push(error),
    });
  const queued = async () =>
    (await fixture.database.client.query(`select template, recipient as "to", facts from mail order by queued_at, id`))
      .rows as Queued[];
  const someoneStarts = (id: string) =>
    fixture.database.apply(started(aConversion({ id, academies: [{ urn: `900${id}` }] })));
  const choose = (who: Visitor, often: string) => who.post(`${choice}/e-mails`, { often });

  beforeAll(async () => {
    fixture = await aReportingService();
    // This test tells, and nobody else.
    await fixture.database.session.all(`select pg_advisory_lock(hashtextextended('subscriptions', 0))`);
    await fixture.database.apply(started(aConversion()), approved(anApprovedConversion()));
    [owner, reader] = [await fixture.as('dataConsumer'), await fixture.as('businessSupport')];
    const saved = await owner.post('/exports/own/save?state=active,not-yet', { name: 'All that goes on' });
    choice = new URL(saved.url).pathname;
    await owner.post(`${choice}/share`, { people: personas.businessSupport.email });
  });
  beforeEach(() => fixture.database.client.query('delete from mail'));
  afterAll(() => fixture.stop());

  it('is told once of what came since, with a link to it, and of nothing when nothing changed', async () => {
    expect((await choose(reader, 'hourly')).text).toContain(
      'You get e-mails when changes appear, once an hour at most',
    );
    expect(await tell('2027-01-01T09:00:00Z')).toBe(0);
    await someoneStarts('151');
    expect((await Promise.all([tell('2027-01-01T09:05:00Z'), tell('2027-01-01T09:05:00Z')])).sort()).toEqual([0, 1]);
    expect(await tell('2027-01-01T12:00:00Z')).toBe(0);
    const [mail, ...others] = await queued();
    expect([mail, others]).toMatchObject([
      { to: personas.businessSupport.email, facts: { choice: 'All that goes on', changes: ['1 row is new'] } },
      [],
    ]);
    const { text } = await reader.get(String(mail?.facts['link']).replace(fixture.url, ''));
    for (const words of ['1 row is new', '151/900151', 'Download these changes']) expect(text).toContain(words);
    await eventually(async () => expect(await fixture.eMails()).toContain('1 row is new'));
  });

  it('is told an hour later of what came within it, all at once', async () => {
    await someoneStarts('152');
    await someoneStarts('153');
    expect(await tell('2027-01-01T09:59:00Z')).toBe(0);
    expect(await tell('2027-01-01T10:05:00Z')).toBe(1);
    expect((await queued())[0]?.facts).toMatchObject({ changes: ['2 rows are new'] });
  });

  it('is told daily at seven, once, and not of what others choose', async () => {
    await choose(owner, 'daily');
    await fixture.database.client.query(
      `update subscription set settled_at = '2027-01-02T07:00Z' where often = 'daily'`,
    );
    await choose(reader, 'never');
    await fixture.database.apply(created(activeInComplete()));
    expect(await tell('2027-01-03T06:59:00Z')).toBe(0);
    expect(await tell('2027-01-03T07:00:00Z')).toBe(1);
    expect(await tell('2027-01-03T19:00:00Z')).toBe(0);
    expect(await tell('2027-01-04T07:00:00Z')).toBe(0);
    expect((await queued()).map(({ to }) => to)).toEqual([personas.dataConsumer.email]);
    expect((await owner.get('/exports/subscriptions')).text).toContain('Daily, at seven in the morning');
  });

  it.each([
    ['no longer shared', () => owner.post(`${choice}/share`, { people: '' })],
    ['role no longer', () => fixture.database.client.query(`update visitor set roles = '{caseworker}'`)],
    ['removed by its owner', () => owner.post(`${choice}/remove`, {})],
  ])('is told no more, and why: %s', async (why, happens) => {
    await owner.post(`${choice}/share`, { people: personas.businessSupport.email });
    await choose(owner, 'never');
    await choose(reader, 'monthly');
    await happens();
    await Promise.all([tell('2027-01-05T09:00:00Z'), tell('2027-01-05T09:00:00Z')]);
    const told = (await queued()).map(({ template, facts }) => [template, facts['reason'], facts['choice']]);
    expect(told).toEqual([['subscription_ended', expect.stringContaining(why), 'All that goes on']]);
    expect((await fixture.database.client.query('select from subscription')).rowCount).toBe(0);
    await fixture.database.client.query(`update visitor set roles = '{business_support}'`);
  });

  afterAll(() => expect(failures).toEqual([]));
});
