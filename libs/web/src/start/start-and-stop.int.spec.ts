import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
beforeAll(async () => void (fixture = await aWebService()));
afterAll(() => fixture.stop());

const sendRaw = (path: string, init: RequestInit) => fetch(fixture.url + path, { redirect: 'manual', ...init });

describe('Health', () => {
  it('is ready though a part is degraded, and says which', async () => {
    const answer = await sendRaw('/health/ready', {});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: 'degraded',
      checks: { database: 'up', broker: { status: 'degraded', reason: 'Kafka is away' } },
    });
    expect((await sendRaw('/health/live', {})).status).toBe(200);
  });

  it('shows metrics to this machine and not to the world', async () => {
    expect(await (await sendRaw('/metrics', {})).text()).toContain('http_request_seconds');
    expect((await sendRaw('/metrics', { headers: { 'x-forwarded-for': '8.8.8.8' } })).status).toBe(404);
  });
});

describe('A stop', () => {
  it('lets the request in hand finish', async () => {
    const other = await aWebService();
    const slow = new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        `${other.url}/open`,
        { method: 'POST', headers: { 'content-length': 3, 'content-type': 'application/json' } },
        (answer) => resolve(answer.resume().statusCode ?? 0),
      );
      request.on('error', reject).write('{');
      setTimeout(() => request.end('} '), 300);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([other.stop(), slow.then((status) => expect(status).toBeLessThan(500))]);
  });

  it('does not wait for connections that a browser opened in advance', async () => {
    const other = await aWebService();
    const unused = connect(Number(new URL(other.url).port), 'localhost');
    await once(unused, 'connect');
    const [begun, closed] = [performance.now(), once(unused, 'close')];
    await Promise.all([other.stop(), closed]);
    expect(performance.now() - begun).toBeLessThan(6_000); // it would wait for eight seconds
  });
});
