import { personas, visitor, type Visitor } from '@academies/identity';
import { type Ground, testGround } from '../testing-ground/test-ground.spec.ts';

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

describe('Forms', () => {
  it('save what is right and go on, with a notice', async () => {
    const answer = await dara.post('/decide', right);
    expect(answer).toMatchObject({ status: 200, url: `${ground.url}/saved` });
    expect(answer.text).toContain('Ada, 31 March 2027');
    expect(answer.text).toContain('Decision recorded');
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
