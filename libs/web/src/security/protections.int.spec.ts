import { request as httpRequest } from 'node:http';
import { personas, visitor, type Visitor } from '@academies/identity';
import { type Ground, testGround } from '../testing-ground/test-ground.ts';

let ground: Ground;
let dara: Visitor;
beforeAll(async () => {
  ground = await testGround({ RATE_LIMIT_SIGN_IN: '8', RATE_LIMIT_EXPORTS: '3' });
  dara = visitor(ground.url);
  await dara.signIn(personas.deliveryOfficer);
}, 60_000);
afterAll(() => ground.stop());

const right = { name: 'Ada', 'date-day': '31', 'date-month': '3', 'date-year': '2027', outcome: 'approved' };
const tokenOf = async (): Promise<string> =>
  /name="_csrf" value="([^"]+)"/.exec((await dara.get('/decide')).text)?.[1] ?? '';
const sendRaw = (path: string, init: RequestInit) => fetch(ground.url + path, { redirect: 'manual', ...init });
const asDara = (): Record<string, string> => ({
  cookie: Object.entries(dara.cookies())
    .map((pair) => pair.join('='))
    .join('; '),
  accept: 'text/html',
});

describe('Forms', () => {
  it('save what is right and go on, with a notice', async () => {
    const answer = await dara.post('/decide', right);
    expect(answer).toMatchObject({ status: 200, url: `${ground.url}/saved` });
    expect(answer.text).toContain('"date":"2027-03-31"');
    expect((await dara.get('/')).text).toContain('Decision recorded');
    expect((await dara.get('/')).text).not.toContain('Decision recorded');
  });

  it('show the same page again with what is wrong and what was typed', async () => {
    const { status, text } = await dara.post('/decide', {
      ...right,
      name: '',
      'date-month': '',
      note: 'A <script> note',
    });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: Record a decision');
    expect(text).toContain('<a href="#name">Enter the decision maker&#39;s name</a>');
    expect(text).toContain('<a href="#date-month">Decision date must include a month</a>');
    expect(text).toContain('A &lt;script&gt; note');
    expect(text).toContain('Oak Trust');
    expect(text).not.toContain('Before');
  });

  it('show it again too when the answers are refused by the handler', async () => {
    const { status, text } = await dara.post('/decide', { ...right, trust: '10060666' });
    expect(status).toBe(400);
    expect(text).toContain('<a href="#trust">Choose another trust</a>');
    expect(text).toContain('value="Ada"');
  });

  it('say what is wrong even where there is no page to show again', async () => {
    const { status, text } = await dara.post('/nowhere', {}, { from: '/decide' });
    expect(status).toBe(400);
    expect(text).toContain('Enter the decision date');
  });

  it('answer machines in JSON', async () => {
    const { status, text } = await dara.post(
      '/decide',
      {},
      { headers: { accept: 'application/json' }, follow: false, token: await tokenOf() },
    );
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: expect.arrayContaining([{ field: 'name', message: "Enter the decision maker's name" }]),
    });
  });

  it('are refused without the token, and say what to do', async () => {
    for (const token of ['none', '', 'x'.repeat(500)]) {
      const { status, text } = await dara.post('/decide', right, { token });
      expect(status).toBe(403);
      expect(text).toContain('This form has expired');
    }
  });

  it('send people whose session has ended to sign-in, and back to the form', async () => {
    const answer = await sendRaw('/decide', {
      method: 'POST',
      body: new URLSearchParams(right),
      headers: { referer: `${ground.url}/decide?a=1`, accept: 'text/html' },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?returnTo=%2Fdecide%3Fa%3D1');
  });
});

describe('Rights', () => {
  it('refuse a route that says nothing about rights', async () => {
    expect((await dara.get('/unsaid')).status).toBe(403);
    expect((await sendRaw('/unsaid', { headers: { accept: 'text/html' } })).headers.get('location')).toContain(
      '/sign-in',
    );
  });

  it('refuse what the role does not allow, and say what to do', async () => {
    const { status, text } = await dara.get('/forgotten');
    expect(status).toBe(403);
    expect(text).toContain('ask service support');
    expect(text).toContain('Dara Officerly');
  });

  it('answer machines 401 and 403 in JSON', async () => {
    expect((await sendRaw('/decide', { headers: { accept: 'application/json' } })).status).toBe(401);
    expect(
      (await dara.get('/forgotten', { headers: { accept: 'application/json' } })).headers.get('content-type'),
    ).toContain('json');
  });
});

describe('Headers', () => {
  it('allow only our own scripts, by a nonce that is new each time', async () => {
    const [one, two] = [await dara.get('/'), await dara.get('/')];
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeDefined();
    expect([...one.text.matchAll(/<script[^>]*>/g)].every(([tag]) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('name nothing of the inside, and keep pages out of caches', async () => {
    const { headers } = await dara.get('/');
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('let styles and scripts be kept for a day', async () => {
    for (const file of [
      'govuk-frontend.min.css',
      'moj-frontend.min.js',
      'app.css',
      'images/govuk-crest.svg',
      'manifest.json',
    ]) {
      const answer = await sendRaw(`/assets/${file}`, {});
      expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([file, 200, 'public, max-age=86400']);
    }
  });
});

describe('Bad input is never a fault of the service', () => {
  it.each([
    ['a broken escape in the path', '/%E0%A4%A', {}, 404],
    ['a broken escape in a parameter', '/fail/%C0', {}, 400],
    ['an unknown page', '/nothing/here', {}, 404],
    ['an unknown asset', '/assets/nothing.css', {}, 404],
    ['an asset outside', '/assets/..%2f..%2fpackage.json', {}, 404],
    ['a value that PostgreSQL does not take', '/fail/value', {}, 404],
    ['broken JSON', '/decide', { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } }, 400],
    [
      'a body that is too large',
      '/decide',
      { method: 'POST', body: new URLSearchParams({ note: 'x'.repeat(300_000) }) },
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

describe('Limits', () => {
  it('stop whoever exports too often', async () => {
    const answers = [];
    for (let i = 0; i < 4; i++)
      answers.push(
        await dara.get('/export').then(
          ({ status }) => status,
          () => 'cut',
        ),
      );
    expect(answers.at(-1)).toBe(429);
  });

  it('stop whoever signs in too often', async () => {
    const statuses = [];
    for (let i = 0; i < 10; i++)
      statuses.push((await sendRaw('/sign-in', { headers: { accept: 'text/html' } })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

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
    const other = await testGround();
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
  }, 30_000);
});
