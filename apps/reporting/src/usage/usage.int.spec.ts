import { approved, created, theRegister } from '../fixtures/events.spec.ts';
import { activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';

describe('Pages about time and usage', () => {
  let fixture: ReportingService;
  beforeAll(async () => {
    fixture = await aReportingService();
    const { apply, client } = fixture.database;
    await apply(...theRegister, approved(anApprovedConversion()));
    await client.query(`update journal set received_at = '2026-10-31T12:00:00Z'`);
    await apply(created(activeInComplete()));
  });
  afterAll(() => fixture.stop());

  const page = async (who: Parameters<ReportingService['as']>[0], path: string) => {
    const { status, text } = await (await fixture.as(who)).get(path);
    return { status, text };
  };

  it('compare two days of a report before it is downloaded', async () => {
    expect(await page('dataConsumer', '/exports/all-data/changes')).toMatchObject({ status: 200 });
    const asked =
      '/exports/all-data/changes?since-day=31&since-month=10&since-year=2026&until-day=&until-month=&until-year=';
    const compared = await page('dataConsumer', asked);
    expect(compared).toMatchObject({ status: 200, text: expect.stringContaining('1 row is changed') });
    expect(compared.text).toContain('/exports/all-data.csv?since=2026-10-31');
    expect(await page('dataConsumer', asked.replace('2026', '2099'))).toMatchObject({ status: 400 });
    expect((await page('dataConsumer', '/exports/rpa-sug-and-fa-letters/changes')).status).toBe(200);
    expect((await page('caseworker', '/exports/all-data/changes')).status).toBe(403);
  });

  it('say where a value came from, to everyone', async () => {
    expect(await page('caseworker', '/projects/1042/900123')).toMatchObject({
      status: 200,
      text: expect.stringContaining('The project was created in Complete'),
    });
    expect(await page('caseworker', '/projects/1042/900123/complete_state')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Before: not yet'),
    });
    for (const path of ['/projects/1/900123', '/projects/1042/900123/no_such_column'])
      expect((await page('caseworker', path)).status).toBe(404);
  });

  it('take feedback, and show it with every download to service support only', async () => {
    const consumer = await fixture.as('dataConsumer');
    await fetchFile(fixture, consumer, '/exports/all-data.csv');
    expect(await consumer.post('/exports/all-data/feedback', { answer: 'missing', words: 'A column' })).toMatchObject({
      status: 200,
      text: expect.stringContaining('Your feedback was sent'),
    });
    expect((await consumer.post('/exports/all-data/feedback', { answer: 'constructor' })).status).toBe(400);
    const usage = await page('serviceSupport', '/usage');
    expect(usage.text).toContain('All data: Something is missing.');
    expect((await page('serviceSupport', '/usage/downloads')).text).toContain('_all_data.csv');
    for (const path of ['/usage', '/usage/downloads', '/rebuild'])
      expect((await page('dataConsumer', path)).status).toBe(403);
  });

  it('show service support how far each read model is built', async () =>
    expect(await page('serviceSupport', '/rebuild')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Files are read from it'),
    }));
});
