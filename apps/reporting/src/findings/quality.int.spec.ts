import { type CompleteProject, CompleteProjectChanged } from '@academies/contracts';
import { personas } from '@academies/identity';
import { parse } from 'csv-parse/sync';
import { approved, created, received, theRegister } from '../fixtures/events.spec.ts';
import { activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';
import { countToday, countsSince } from './daily-counts.ts';

const { caseworker } = personas;

describe('The pages of data quality', () => {
  let fixture: ReportingService;
  const theirs: Partial<CompleteProject> = {
    significantDate: '2026-10-01',
    assignedTo: { name: caseworker.name, email: caseworker.email },
    team: 'regional_casework_services',
  };
  beforeAll(async () => {
    fixture = await aReportingService();
    await fixture.database.apply(...theRegister, approved(anApprovedConversion()), created(activeInComplete(theirs)));
  });
  afterAll(() => fixture.stop());

  const finding = '/quality/findings/1042/900123/no-headteacher';
  const page = async (who: Parameters<ReportingService['as']>[0], path: string) => {
    const { status, text } = await (await fixture.as(who)).get(path);
    return { status, text };
  };

  it('are read by everyone, with the findings of today', async () => {
    for (const who of ['caseworker', 'dataConsumer', 'deliveryOfficer', 'teamLeader'] as const)
      expect(await page(who, '/quality/findings')).toMatchObject({
        status: 200,
        text: expect.stringContaining('1 October 2026 is provisional and has passed'),
      });
    expect((await page('teamLeader', '/quality?team=Regional+Casework+Services')).status).toBe(200);
    expect((await page('dataConsumer', '/quality/findings?mine=yes')).text).toContain('There are none');
  });

  it('let the assigned person and service support set a finding aside, and nobody else', async () => {
    const statuses = await Promise.all(
      (['caseworker', 'serviceSupport', 'teamLeader', 'dataConsumer'] as const).map(
        async (who) => (await page(who, finding)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 403, 403]);
    expect((await page('caseworker', '/quality/findings/1042/900123/no-such-rule')).status).toBe(404);
  });

  it('keep quiet about what was set aside until its cell says something else', async () => {
    const versions: (string | null)[] = [];
    const open = async () => {
      const consumer = await fixture.as('dataConsumer');
      const { bytes, headers } = await fetchFile(fixture, consumer, '/quality/findings.csv');
      versions.push(headers.get('etag'));
      const lines: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
      return lines.find((line) => line['Finding'] === 'The date has passed and is still provisional')?.[
        'Set aside because'
      ];
    };
    expect(await open()).toBe('');
    const who = await fixture.as('caseworker');
    await who.post('/quality/findings/1042/900123/date-passed', { reason: 'It is being moved' });
    expect(await open()).toBe('It is being moved');
    expect(new Set(versions).size).toBe(2); // whoever asks "changed since?" is not told "no"
    const change = (differing: Partial<CompleteProject>) =>
      fixture.database.apply(
        received(CompleteProjectChanged, {
          project: activeInComplete({ ...theirs, ...differing }),
          changed: ['x'],
          by: null,
        }),
      );
    await change({ group: 'GRP_00000009' });
    expect(await open()).toBe('It is being moved');
    await change({ significantDate: '2026-11-01' });
    expect(await open()).toBe('');
  });

  it('give the file of findings to those with the exports page, and keep it on record', async () => {
    const officer = await fixture.as('caseworker');
    expect((await fetchFile(fixture, officer, '/quality/findings.csv')).status).toBe(403);
    const consumer = await fixture.as('dataConsumer');
    const { headers } = await fetchFile(fixture, consumer, '/quality/findings.csv');
    expect(headers.get('content-disposition')).toMatch(/_data_quality\.csv"$/);
    const workbook = await fetchFile(fixture, consumer, '/quality/findings.xlsx');
    expect(workbook.headers.get('content-disposition')).toMatch(/_data_quality\.xlsx"$/);
    const described = await fetchFile(fixture, consumer, '/quality/findings.csv-metadata.json?headings=names');
    expect(JSON.parse(described.bytes.toString())).toMatchObject({ url: 'findings.csv?headings=names' });
    expect((await fetchFile(fixture, consumer, '/quality/findings.csv?as_at=2026-10-31')).status).toBe(400);
    const { rows } = await fixture.database.client.query(`select from download where report = 'data-quality'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('count each day once, by the first look', async () => {
    const { session } = fixture.database;
    await countToday('2026-12-24', session);
    const first = await countsSince('2026-12-24', {}, session);
    await session.all('update finding_count set findings = findings + 100 where day = $1', ['2026-12-24']);
    await countToday('2026-12-24', session);
    expect((await countsSince('2026-12-24', {}, session))[0]?.findings).toBe((first[0]?.findings ?? 0) + 100);
    expect(await countsSince('2026-12-24', { team: 'London' }, session)).toEqual([]);
  });
});
