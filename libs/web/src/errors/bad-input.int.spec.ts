import { personas, visitor, type Visitor } from '@academies/identity';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
let dara: Visitor;
beforeAll(async () => {
  fixture = await aWebService();
  dara = visitor(fixture.url);
  await dara.signIn(personas.deliveryOfficer);
});
afterAll(() => fixture.stop());

const sendRaw = (path: string, init: RequestInit) => fetch(fixture.url + path, { redirect: 'manual', ...init });
const asDara = (): Record<string, string> => ({
  cookie: Object.entries(dara.cookies())
    .map((pair) => pair.join('='))
    .join('; '),
  accept: 'text/html',
});

describe('Bad input is never a fault of the service', () => {
  it.each([
    ['a broken escape in the path', '/%E0%A4%A', {}, 404],
    ['a broken escape in a parameter', '/fail/%C0', {}, 400],
    ['an unknown page', '/nothing/here', {}, 404],
    ['a zero character in the path', '/fail/a%00b', {}, 404],
    ['a zero character in a parameter', '/?page=%00', {}, 404],
    ['a zero character before a form', '/decide?a=%00', { method: 'POST', body: new URLSearchParams({ a: '1' }) }, 404],
    ['an unknown asset', '/assets/nothing.css', {}, 404],
    ['an asset outside', '/assets/..%2f..%2fpackage.json', {}, 404],
    ['a value that PostgreSQL does not take', '/fail/value', {}, 404],
    ['broken JSON', '/decide', { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } }, 400],
    [
      'a body that is too large',
      '/decide',
      { method: 'POST', body: new URLSearchParams({ note: 'x'.repeat(1_100_000) }) },
      413,
    ],
    [
      'too many fields',
      '/decide',
      {
        method: 'POST',
        body: Array.from({ length: 1_200 }, (_, i) => `f${i}=1`).join('&'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      413,
    ],
    [
      'broken escapes in a form',
      '/decide',
      {
        method: 'POST',
        body: 'name=%E0%A4%A&_csrf=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      403,
    ],
    [
      'an unknown charset',
      '/decide',
      { method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=foo' } },
      415,
    ],
    [
      'a form with files',
      '/decide',
      { method: 'POST', body: '--x\r\nbroken', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      403,
    ],
    [
      'names of the language',
      '/decide',
      {
        method: 'POST',
        body: '__proto__=1&constructor=2',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      403,
    ],
  ] as [string, string, RequestInit, number][])('%s', async (_, path, init, status) => {
    const answer = await sendRaw(path, {
      ...init,
      headers: { ...asDara(), ...(init.headers as Record<string, string>) },
    });
    expect(answer.status).toBe(status);
    if (!path.startsWith('/assets')) expect(await answer.text()).toContain('<h1');
  });

  it('says what went wrong with the error of the service, and a reference to quote', async () => {
    expect(await dara.get('/fail/missing')).toMatchObject({
      status: 404,
      text: expect.stringContaining('There is no project 7') as string,
    });
    expect(await dara.get('/fail/refused')).toMatchObject({
      status: 409,
      text: expect.stringContaining('The project is with Complete') as string,
    });
    expect(await dara.get('/fail/forbidden')).toMatchObject({
      status: 403,
      text: expect.stringContaining('assigned to somebody else') as string,
    });
    const failed = await dara.get('/fail/inside', {
      headers: { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    });
    expect(failed.status).toBe(500);
    expect(failed.text).toContain('a'.repeat(32));
    expect(failed.text).not.toContain('secret detail');
  });

  it('breaks the connection of a file that fails half way, instead of letting it look whole', async () => {
    await expect(dara.get('/export')).rejects.toThrow();
  });
});
