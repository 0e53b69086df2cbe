import { eventually } from '@academies/testing';
import { once } from 'node:events';
import { connect } from 'node:net';
import { aBusyService, type BusyService } from '../fixtures/busy-service.spec.ts';
import { projection } from '../fixtures/database.spec.ts';
import { rowTable } from '../read-model/tables.sql.ts';

describe('A download that breaks off', () => {
  let service: BusyService;
  beforeAll(async () => void (service = await aBusyService()));
  afterAll(() => service.stop());

  it('is no harm to others: twenty at once all come whole', async () => {
    // One person has two at a time; who waits too long for a turn is told so, and asks again as told.
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

  it('because the reader has gone while the database still thinks ends the query there too', async () => {
    const { session } = service.database;
    await session.all('begin');
    await session.all(`lock table ${rowTable(projection.fingerprint)} in access exclusive mode`);
    const leaving = new AbortController();
    const headers = { cookie: service.cookies.dale };
    const asked = fetch(`${service.url}/exports/all-data.csv`, { headers, signal: leaving.signal });
    await eventually(async () => expect(await service.copying()).toHaveLength(1));
    leaving.abort();
    await asked.catch(() => {});
    await eventually(async () => expect(await service.copying()).toEqual([]));
    await session.all('rollback');
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
