import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { Wire } from './file-stream.ts';

const block = Buffer.alloc(64 * 1024, 'x');
/** More than all buffers of a connection hold. */
const long = () => Readable.from(Array.from({ length: 1_500 }, () => block));

describe('A file on the wire', () => {
  const ends: Promise<unknown>[] = [];
  const outcome = (work: Promise<void>) =>
    work.then(
      () => 'whole',
      (error: Error) => error.message,
    );
  const server = createServer((request, response) => {
    const patience = { longestMs: 60_000, leastBytesASecond: 1_000_000, lookEveryMs: 300 };
    if (request.url === '/gone') response.destroy();
    const blocks = request.url === '/slow-database' ? Readable.from(drops()) : long();
    ends.push(outcome(pipeline(blocks, new Wire(response as Response, patience))));
  });
  async function* drops() {
    for (let drop = 0; drop < 4; drop++) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      yield Buffer.from('drop');
    }
  }
  const asked = async (path: string) => {
    const asking = get({ port: (server.address() as AddressInfo).port, path, agent: false });
    // A connection that is only closed is no error of the request.
    const reset = once(asking, 'close').then(
      () => false,
      () => true,
    );
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return { response, reset };
  };

  beforeAll(async () => void (await once(server.listen(0), 'listening')));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is broken off when its reader is slow, and the connection is reset', async () => {
    const { response, reset } = await asked('/');
    response.on('error', () => {});
    expect(await ends.pop()).toBe('The download was read too slowly');
    response.resume();
    expect(await reset).toBe(true);
  });

  it('is not made for a reader who has gone while it waited', async () => {
    await expect(asked('/gone')).rejects.toThrow();
    expect(await ends.pop()).toBe('The reader has gone');
  });

  it('comes whole to a reader who takes what comes, however slow the database is', async () => {
    const { response } = await asked('/slow-database');
    expect((await response.toArray()).join('')).toBe('dropdropdropdrop');
    expect(await ends.pop()).toBe('whole');
  });
});
