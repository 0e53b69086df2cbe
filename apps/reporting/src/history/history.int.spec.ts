import { anOfficer, PreparedProjectDeleted } from '@academies/contracts';
import type { Visitor } from '@academies/identity';
import { parse } from 'csv-parse/sync';
import { approved, created, started } from '../fixtures/events.spec.ts';
import { received } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';

type Line = Record<string, string>;

describe('A file of another moment', () => {
  let fixture: ReportingService;
  let consumer: Visitor;
  const another = { id: '1050', academies: [{ urn: '900150' }] };

  beforeAll(async () => {
    fixture = await aReportingService();
    consumer = await fixture.as('dataConsumer');
    const { apply, client } = fixture.database;
    await apply(started(aConversion()), started(aConversion(another)));
    await client.query(`update journal set received_at = '2026-10-31T23:59:00Z'`); // before midnight in England
    await apply(approved(anApprovedConversion()), created(activeInComplete({ state: 'active', dateConfirmed: true })));
    await client.query(`update journal set received_at = '2026-11-15T09:00:00Z' where position > 2`);
    await apply(
      received(PreparedProjectDeleted, { project: aConversion({ ...another, deleted: true }), by: anOfficer }),
    );
  });
  afterAll(() => fixture.stop());

  const file = async (path: string, by = consumer) => {
    const { status, headers, bytes } = await fetchFile(fixture, by, `/exports/${path}`);
    const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
    return { status, name, text: bytes.toString(), position: headers.get('x-journal-position') };
  };
  const lines = (text: string): Line[] => parse(text, { columns: true, bom: true });
  const letters = 'rpa-sug-and-fa-letters.csv?from=2027-04&to=2027-04&headings=names';

  it('as at a day has what had arrived when it ended in England, and says so in its name', async () => {
    const { name, text, position } = await file('all-data.csv?as_at=2026-10-31&headings=names');
    expect(name).toMatch(/_all_data_as_at_2026-10-31\.csv$/);
    expect(position).toBe('2');
    expect(lines(text).map((row) => [row['project_reference'], row['complete_state']])).toEqual([
      ['1042/900123', 'not yet'],
      ['1050/900150', 'not yet'],
    ]);
  });

  it('before the first event has its heading only, and of today is the file of now', async () => {
    expect(lines((await file('all-data.csv?as_at=2026-10-30')).text)).toEqual([]);
    const day = new Date().toISOString().slice(0, 10);
    expect((await file(`all-data.csv?as_at=${day}`)).text).toBe((await file('all-data.csv')).text);
  });

  it('holds its filters as at then', async () => {
    const asAt = async (day: string) => lines((await file(`${letters}&as_at=${day}`)).text).length;
    expect([await asAt('2026-10-31'), await asAt('2026-11-15')]).toEqual([0, 1]);
  });

  it('of changes tells what is new, changed and gone, and why, with old and new values', async () => {
    const { name, text } = await file('all-data.csv?since=2026-10-31&headings=names');
    expect(name).toMatch(/_all_data_changes_since_2026-10-31\.csv$/);
    const of = (reference: string, column: string) =>
      lines(text).find((line) => line['project_reference'] === reference && line['column'] === column);
    expect(of('1042/900123', 'complete_state')).toMatchObject({ change: 'changed', old: 'not yet', new: 'active' });
    expect(of('1050/900150', 'school_urn')).toMatchObject({
      change: 'gone',
      why: 'The project was deleted in Prepare',
      old: '900150',
      new: '',
    });
  });

  it('of changes says of a row that moved into the file what has brought it there', async () => {
    const [first] = lines((await file(`${letters}&since=2026-10-31`)).text);
    expect(first).toMatchObject({ change: 'new', why: 'State in Complete was not yet and is active' });
  });

  it('of an own choice has its filters, search and order as at then', async () => {
    const rows = async (choice: string) =>
      lines((await file(`own.csv?${choice}&headings=names`)).text).map((row) => row['project_reference']);
    expect(await rows('state=active&as_at=2026-10-31')).toEqual([]);
    expect(await rows('state=active&as_at=2026-11-15')).toEqual(['1042/900123']);
    expect(await rows('state=not-yet&order=-urn,school&as_at=2026-10-31')).toEqual(['1050/900150', '1042/900123']);
    const found = 'search=900150&hold=no&on=proposed_decision_date&as_at=2026-10-31';
    expect(await rows(`${found}&from=2000-01&to=2199-12`)).toEqual(['1050/900150']);
    expect(await rows(`${found}&from=2000-01&to=2000-12`)).toEqual([]);
    for (const day of ['2026-10-31', '2026-11-15'])
      expect((await file(`own.csv?as_at=${day}`)).text).toBe((await file(`all-data.csv?as_at=${day}`)).text);
  });

  it('of an own choice tells its changes, and what moved a row into it', async () => {
    const { name, text } = await file('own.csv?state=active&columns=project&since=2026-10-31&headings=names');
    expect(name).toMatch(/_own_choice_changes_since_2026-10-31\.csv$/);
    expect(lines(text)[0]).toMatchObject({ change: 'new', why: 'State in Complete was not yet and is active' });
    expect(lines((await file('own.csv?state=active&since=2026-11-15')).text)).toEqual([]);
    expect(lines((await file('own.csv?state=active&since=last')).text)).toEqual([]);
  });

  it('of an own choice has its metadata, and every form that files have', async () => {
    const of = async (look: string) =>
      JSON.parse((await file(`own.csv-metadata.json?columns=school_urn${look}`)).text) as {
        url: string;
        tableSchema: { columns: { name: string }[] };
      };
    expect(await of('')).toMatchObject({
      url: 'own.csv?columns=school_urn',
      tableSchema: { columns: [{ name: 'school_urn' }] },
    });
    expect((await of('&since=2026-10-31')).tableSchema.columns.map((column) => column.name)).toContain('why');
    for (const ending of ['csv.gz', 'csv.zst', 'xlsx', 'parquet'])
      expect((await file(`own.${ending}?columns=school_urn`)).name).toMatch(new RegExp(`_own_choice\\.${ending}$`));
  });

  it('compares two moments, and finds nothing between one and itself', async () => {
    const between = async (since: string, until: string) =>
      new Set(
        lines((await file(`all-data.csv?since=${since}&until=${until}&headings=names`)).text).map(
          (line) => line['change'],
        ),
      );
    expect(await between('2026-10-30', '2026-10-31')).toEqual(new Set(['new']));
    expect(await between('2026-10-31', '2026-11-15')).toEqual(new Set(['changed']));
    expect(await between('2026-11-15', '2026-11-15')).toEqual(new Set());
  });

  it('of changes since the last download begins where that one ended', async () => {
    const leader = await fixture.as('teamLeader');
    const never = await file('prepare-conversions.csv?since=last', leader);
    expect([never.status, never.text]).toEqual([400, expect.stringContaining('You have not downloaded this file yet')]);
    await file('prepare-conversions.csv', leader);
    expect(lines((await file('prepare-conversions.csv?since=last', leader)).text)).toEqual([]);
    await fixture.database.apply(started(aConversion({ id: '1051', academies: [{ urn: '900151' }] })));
    const { name, text } = await file('prepare-conversions.csv?since=last&headings=names', leader);
    expect(name).toMatch(/_changes_since_my_last_download\.csv$/);
    expect(new Set(lines(text).map((line) => line['project_reference']))).toEqual(new Set(['1051/900151']));
  });

  it.each([
    ['as_at=tomorrow', 'as_at must be a day'],
    ['as_at=2099-01-01', '2099-01-01 has not been yet'],
    ['as_at=2026-02-30', 'as_at must be a day'],
    ['as_at=999999', 'The journal has no position 999999 yet'],
    ['until=2026-11-01', 'Give since with until'],
    ['since=2026-11-15&until=2026-10-31', 'until must be the same as since or after it'],
    ['since=2026-11-15&as_at=2026-10-31', 'not both'],
  ])('asked for wrongly, with %s, is refused in words', async (query, words) => {
    const { status, text } = await file(`all-data.csv?${query}`);
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
  });

  it('is for those with the exports page', async () => {
    const officer = await fixture.as('deliveryOfficer');
    expect((await file('prepare-conversions.csv?as_at=2026-10-31', officer)).status).toBe(403);
    expect((await file('prepare-conversions.csv?since=2026-10-31', officer)).status).toBe(403);
  });
});
