import { hiddenIn } from '@academies/identity';
import { eventually } from '@academies/testing';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { approved, created, started } from '../fixtures/events.spec.ts';
import { aReportingService, cookieOf, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';

const everything = '/exports/all-data.csv';
const letters = '/exports/rpa-sug-and-fa-letters.csv?from=2027-04&to=2027-04';

describe('Whoever has a file already', () => {
  let fixture: ReportingService;
  let dale: Awaited<ReturnType<ReportingService['as']>>;
  const file = (path: string, headers?: Record<string, string>, method = 'GET') =>
    fetchFile(fixture, dale, path, headers, method);
  const onRecord = async () =>
    (await fixture.database.client.query('select count(*)::int as downloads from download')).rows[0]
      .downloads as number;

  beforeAll(async () => {
    fixture = await aReportingService();
    dale = await fixture.as('dataConsumer');
    await fixture.database.apply(approved(anApprovedConversion()), created(activeInComplete()));
  });
  afterAll(() => fixture.stop());

  it('is told so, until an event has come: by ETag', async () => {
    const first = await file(everything);
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^"[0-9a-f]+-gzip"$/);
    const again = await file(everything, { 'if-none-match': etag });
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, etag]);
    expect(again.headers.get('content-disposition')).toBeNull();
    await fixture.database.apply(started(aConversion({ id: '8', academies: [{ urn: '900778' }] })));
    const later = await file(everything, { 'if-none-match': etag });
    expect([later.status, later.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('is told so by the time of the newest event, once that second is over', async () => {
    const modified = await eventually(async () => {
      const { headers } = await file(everything, {}, 'HEAD');
      const said = headers.get('last-modified');
      expect(said).toBeTruthy();
      return said as string;
    });
    expect((await file(everything, { 'if-modified-since': modified })).status).toBe(304);
    await fixture.database.apply(started(aConversion({ id: '9', academies: [{ urn: '900779' }] })));
    expect((await file(everything, { 'if-modified-since': modified })).status).toBe(200);
  });

  it('goes on where it broke off, but only in the same version', async () => {
    const plain = { 'accept-encoding': 'identity' };
    const whole = await file(everything, plain);
    const etag = whole.headers.get('etag') as string;
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    const part = (range: string, ifRange = etag, more: Record<string, string> = plain) =>
      file(everything, { range, 'if-range': ifRange, ...more });
    const size = whole.bytes.length;
    const rest = await part('bytes=100-');
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes 100-${size - 1}/${size}`]);
    expect(rest.bytes).toEqual(whole.bytes.subarray(100));
    expect((await part('bytes=3-9')).bytes).toEqual(whole.bytes.subarray(3, 10));
    expect((await part(`bytes=${size}-`)).status).toBe(416);
    for (const other of [
      part('bytes=3-9', '"another"'),
      part('bytes=3-9,12-15'),
      part('bytes=-5'),
      part('bytes=3-9', etag.replace(/"$/, '-gzip"'), {}),
      file(everything, { range: 'bytes=3-9', ...plain }),
    ])
      expect([(await other).status, (await other).bytes.length]).toEqual([200, size]);
  });

  it('is not told so of another file: other columns, other headings, other packing', async () => {
    const etags = await Promise.all(
      [
        [everything],
        [`${everything}?headings=names`],
        [`${everything}?bom=no`],
        [`${everything}?from=2027-04&to=2027-04`],
        [everything, { 'accept-encoding': 'identity' }],
      ].map(async ([path, headers]) =>
        (await file(path as string, headers as Record<string, string>)).headers.get('etag'),
      ),
    );
    expect(new Set(etags).size).toBe(etags.length);
  });

  it('tells it from any other by rows and hash: on a page of its own, as JSON, as trailers, and by sending the file', async () => {
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const { trailers, link } = await new Promise<{ trailers: NodeJS.Dict<string>; link: string }>((resolve, reject) =>
      request(new URL(letters, fixture.url), { headers: { cookie: cookieOf(dale) } }, (response) => {
        const link = String(response.headers.link);
        response.resume().on('end', () => resolve({ trailers: response.trailers, link }));
      })
        .on('error', reject)
        .end(),
    );
    const hash = sha256((await file(letters)).bytes);
    expect(trailers).toEqual({ 'x-rows': '1', 'x-sha256': hash });
    const [, status = ''] = /<([^>]+)>; rel="status"/.exec(link) ?? [];
    await eventually(async () =>
      expect(JSON.parse((await file(status)).bytes.toString())).toMatchObject({
        outcome: 'sent',
        rows: 1,
        sha256: hash,
        report: 'rpa-sug-and-fa-letters',
      }),
    );
    expect((await dale.get(status.replace('.json', ''))).text).toContain(hash);
    const bea = await fixture.as('businessSupport');
    expect((await bea.get(status)).status).toBe(404);

    const workbook = await file(letters.replace('.csv', '.xlsx'));
    const check = async (bytes: Buffer) => {
      const body = new FormData();
      body.set('_csrf', hiddenIn((await bea.get('/check')).text, '_csrf'));
      body.set('file', new Blob([new Uint8Array(bytes)]), 'sent-to-me');
      const headers = { cookie: cookieOf(bea), accept: 'text/html' };
      return (await fetch(`${fixture.url}/check`, { method: 'POST', headers, body })).text();
    };
    await eventually(async () => expect(await check(workbook.bytes)).toContain('This is a whole file of this service'));
    expect(await check(Buffer.concat([workbook.bytes, Buffer.from(' ')]))).toContain('No file of this service');
    expect((await bea.get(`/check?hash=${hash.toUpperCase()}`)).text).toContain('_rpa_sug_and_fa_letters.csv');
    expect((await bea.post('/check', {})).text).toContain('Choose a file, or enter its SHA-256');
  });

  it('or only asks what it is with HEAD, has downloaded nothing', async () => {
    const get = await file(everything);
    const before = await onRecord();
    const head = await file(everything, {}, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    for (const name of ['content-type', 'content-disposition', 'content-encoding', 'etag', 'x-events-waiting'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    await file(everything, { 'if-none-match': get.headers.get('etag') as string });
    expect(await onRecord()).toBe(before);
  });
});
