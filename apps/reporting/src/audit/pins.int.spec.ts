import { createHash } from 'node:crypto';
import { Erased, hashesOf } from '@academies/erasing';
import { eventually } from '@academies/testing';
import { erasePins } from '../erasing/erase-pins.ts';
import { approved, created, started } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';
import { endOfMonth } from './pins.ts';

describe('A pinned month-end', () => {
  let fixture: ReportingService;
  beforeAll(async () => void (fixture = await aReportingService()));
  afterAll(() => fixture.stop());

  it('is the file as at its last day, with the same bytes whatever comes later, pinned once', async () => {
    const { apply, client } = fixture.database;
    await apply(started(aConversion()));
    await client.query(`update journal set received_at = '2026-10-31T12:00:00Z'`);
    await apply(approved(anApprovedConversion()), created(activeInComplete()));
    const consumer = await fixture.as('dataConsumer');
    const asAt = await fetchFile(fixture, consumer, '/exports/all-data.csv?as_at=2026-10-31');
    const pin = () => consumer.post('/exports/all-data/pins', { 'month-month': '10', 'month-year': '2026' });
    expect(await pin()).toMatchObject({ status: 200, text: expect.stringContaining('/pinned/all-data-2026-10.csv') });
    const first = await fetchFile(fixture, consumer, '/pinned/all-data-2026-10.csv');
    expect(first.bytes.toString()).toBe(asAt.bytes.toString());
    const page = await consumer.get('/exports/all-data/pins');
    expect(page.text).toContain(createHash('sha256').update(first.bytes).digest('hex'));

    await apply(started(aConversion({ id: '1050' })));
    await client.query(`update journal set received_at = '2026-10-30T12:00:00Z'`); // as if it had come earlier
    await pin();
    const later = await fetchFile(fixture, consumer, '/pinned/all-data-2026-10.csv');
    expect(later.bytes.equals(first.bytes)).toBe(true);
    const onRecord = `select outcome, bytes::int from download where file_name = 'all-data-2026-10.csv'`;
    const sent = { outcome: 'sent', bytes: first.bytes.length };
    await eventually(async () => expect((await client.query(onRecord)).rows).toEqual([sent, sent]));
  });

  it('loses somebody who was erased, has another hash then, and says since when', async () => {
    const consumer = await fixture.as('dataConsumer');
    const file = () => fetchFile(fixture, consumer, '/pinned/all-data-2026-10.csv');
    const before = (await file()).bytes.toString();
    const [email = ''] = /[\w.]+@education\.gov\.uk/.exec(before) ?? [];
    const key = 'a key of this test alone, 32 signs';
    await erasePins(
      fixture.database.session,
      new Erased(key, hashesOf(key, { emails: [email], names: [], phones: [] })),
    );
    const { bytes } = await file();
    expect(bytes.toString()).toBe(before.replaceAll(email, 'erased@erased.invalid'));
    const page = await consumer.get('/exports/all-data/pins');
    expect(page.text).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(page.text).toContain('A person was erased from it');
  });

  it('is for those with the exports page, and of a month that has ended', async () => {
    const caseworker = await fixture.as('caseworker');
    expect((await fetchFile(fixture, caseworker, '/pinned/all-data-2026-10.csv')).status).toBe(403);
    const consumer = await fixture.as('dataConsumer');
    expect((await fetchFile(fixture, consumer, '/pinned/all-data-1999-01.csv')).status).toBe(404);
    expect(endOfMonth('2026-02', '2026-11-30')).toBe('2026-02-28');
    for (const month of ['2026-11', '2026-12', '2026-13', 'October'])
      expect(() => endOfMonth(month, '2026-11-30')).toThrow(/ended/);
  });
});
