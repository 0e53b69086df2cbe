import { eventually } from '@academies/testing';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { projection } from '../fixtures/database.spec.ts';
import { started } from '../fixtures/events.spec.ts';
import { aConversion } from '../fixtures/states.spec.ts';
import { aReportingService, cookieOf } from '../fixtures/test-service.spec.ts';
import { lineColumn, rowTable } from '../read-model/tables.sql.ts';

const copies = "datname = current_database() and query like 'copy%' and state = 'active'";

/** Six thousand rows, and a data consumer who is signed in. */
async function aBusyService(more: Record<string, string> = {}) {
  const fixture = await aReportingService(more);
  for (let batch = 0; batch < 3; batch++) {
    const projects = Array.from({ length: 2_000 }, (_, index) => String(100_000 + batch * 2_000 + index));
    await fixture.database.apply(...projects.map((urn) => started(aConversion({ id: urn, academies: [{ urn }] }))));
  }
  const cookies = {
    dale: cookieOf(await fixture.as('dataConsumer')),
    bea: cookieOf(await fixture.as('businessSupport')),
  };
  const { client } = fixture.database;
  return {
    ...fixture,
    cookies,
    /** Makes the file longer than the buffers of a connection, which hold some 40 MB: a shorter one may be whole there before it breaks. */
    longerThanBuffers: () =>
      client.query(
        `update ${rowTable(projection.fingerprint)} set ${lineColumn} = repeat('x', 16000) || ${lineColumn} where length(${lineColumn}) < 16000`,
      ),
    copying: async () => (await client.query(`select pid from pg_stat_activity where ${copies}`)).rows,
    cutCopies: () => client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${copies}`),
    outcome: async () =>
      (await client.query('select outcome, rows::int from download order by started_at desc limit 1')).rows[0],
    /** Begins a download and reads its first block only. */
    begun: (cookie: string) =>
      new Promise<{ destroy: () => void; ended: () => Promise<'whole' | 'reset' | 'cut'> }>((resolve, reject) => {
        const asking = request(new URL('/exports/all-data.csv', fixture.url), { headers: { cookie } }, (response) => {
          const ended = new Promise<'whole' | 'reset' | 'cut'>((end) =>
            response.once('end', () => end('whole')).once('error', () => end(wasReset ? 'reset' : 'cut')),
          );
          response.once('readable', () => {
            response.read();
            resolve({
              destroy: () => asking.destroy(),
              // Read on only now: a file that came whole in the meantime could not break off any more.
              ended: () => (response.resume(), ended),
            });
          });
        });
        // A connection that is only closed is no error of the request.
        let wasReset = false;
        asking.on('error', (error) => ((wasReset = true), reject(error))).end();
      }),
  };
}
type BusyService = Awaited<ReturnType<typeof aBusyService>>;

describe('A download that breaks off', () => {
  let service: BusyService;
  beforeAll(async () => void (service = await aBusyService()));
  afterAll(() => service.stop());

  it('is no harm to others: twenty at once all come whole', async () => {
    // One person has three at a time; who waits too long for a turn is told so, and asks again as told.
    const taken = async (): Promise<[status: number, bytes: number]> => {
      const response = await fetch(`${service.url}/exports/all-data.csv`, {
        headers: { cookie: service.cookies.dale },
      });
      const bytes = (await response.arrayBuffer()).byteLength;
      return response.status === 429 ? taken() : [response.status, bytes];
    };
    const files = await Promise.all(Array.from({ length: 20 }, taken));
    expect(files).toEqual(files.map(() => [200, files[0]?.[1]]));
  });

  it('because the reader has gone frees its connection, and is on record as that', async () => {
    await service.longerThanBuffers();
    const download = await service.begun(service.cookies.dale);
    download.destroy();
    await eventually(async () => expect(await service.copying()).toEqual([]));
    await eventually(async () => expect((await service.outcome()).outcome).toBe('broken off'));
  });

  it('because the database fails never looks whole: the connection is reset, and the service lives on', async () => {
    const download = await service.begun(service.cookies.dale);
    await eventually(async () => expect(await service.copying()).toHaveLength(1));
    await service.cutCopies();
    expect(await download.ended()).toBe('reset');
    const headers = { cookie: service.cookies.dale, accept: 'text/html' };
    expect((await fetch(`${service.url}/exports`, { headers })).status).toBe(200);
  });

  it('cannot be told from a whole one in HTTP/1.0, which gets a sentence in place of a file; pages serve it', async () => {
    const old = async (path: string): Promise<string> => {
      const { hostname, port } = new URL(service.url);
      const socket = connect(Number(port), hostname);
      socket.write(`GET ${path} HTTP/1.0\r\nHost: ${hostname}:${port}\r\nCookie: ${service.cookies.dale}\r\n\r\n`);
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      await once(socket, 'close');
      return Buffer.concat(chunks).toString();
    };
    const file = await old('/exports/all-data.csv');
    expect(file).toMatch(/^HTTP\/1\.1 426 /);
    expect(file).toContain('The proxy before this service speaks HTTP/1.0: set proxy_http_version 1.1.');
    expect(await old('/exports')).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('Downloads that take long', () => {
  let service: BusyService;
  beforeAll(async () => {
    service = await aBusyService({
      DOWNLOADS_AT_ONCE: '2',
      DOWNLOADS_OF_ONE: '1',
      DOWNLOAD_TURN_SECONDS: '0',
      DOWNLOAD_LONGEST_SECONDS: '20',
    });
    await service.longerThanBuffers();
  });
  afterAll(() => service.stop());

  const refused = async (cookie: string) => {
    const response = await fetch(`${service.url}/exports/all-data.csv?json`, { headers: { cookie } });
    const { code } = (await response.json()) as { code: string };
    return [response.status, code, Number(response.headers.get('retry-after')) > 0];
  };

  it('leave room for others, are refused with when to come again, and are broken off in the end', async () => {
    const own = await service.begun(service.cookies.dale);
    expect(await refused(service.cookies.dale)).toEqual([429, 'REPORTING.OWN_LIMIT', true]);
    const others = await service.begun(service.cookies.bea);
    const support = cookieOf(await service.as('serviceSupport'));
    expect(await refused(support)).toEqual([503, 'REPORTING.BUSY', true]);
    await eventually(async () => expect(await service.copying()).toEqual([]));
    expect(await Promise.all([own.ended(), others.ended()])).toEqual(['reset', 'reset']);
    (await service.begun(support)).destroy();
  });
});
