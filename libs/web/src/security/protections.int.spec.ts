import { hiddenIn, personas, visitor, type Visitor } from '@academies/identity';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
let dara: Visitor;
beforeAll(async () => {
  fixture = await aWebService({ RATE_LIMIT_SIGN_IN: '8', RATE_LIMIT_EXPORTS: '3', RATE_LIMIT_LOOK_UPS: '5' });
  dara = visitor(fixture.url);
  await dara.signIn(personas.deliveryOfficer);
});
afterAll(() => fixture.stop());

const right = { name: 'Ada', 'date-day': '31', 'date-month': '3', 'date-year': '2027', outcome: 'approved' };
const tokenOf = async (): Promise<string> => hiddenIn((await dara.get('/decide')).text, '_csrf');
const sendRaw = (path: string, init: RequestInit) => fetch(fixture.url + path, { redirect: 'manual', ...init });

describe('Forms', () => {
  it('save what is right and go on, with a notice', async () => {
    const answer = await dara.post('/decide', right);
    expect(answer).toMatchObject({ status: 200, url: `${fixture.url}/saved` });
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

  it('that have expired are shown again with what was typed, and sent with one press', async () => {
    const { status, text } = await dara.post('/decide', { ...right, note: 'Typed for an hour' }, { token: 'old' });
    expect(status).toBe(403);
    expect(text).toContain('<title>Error: Record a decision');
    expect(text).toContain('Check what you entered and send it again');
    expect(text).toContain('Typed for an hour');
    const token = hiddenIn(text, '_csrf');
    expect((await dara.post('/decide', right, { token })).url).toBe(`${fixture.url}/saved`);
  });

  it('that are refused are shown again with the reason, and with what was typed', async () => {
    const { status, text } = await dara.post('/decide', { ...right, trust: '10060999', note: 'Typed for an hour' });
    expect(status).toBe(409);
    expect(text).toContain('The project is with Complete');
    expect(text).toContain('Typed for an hour');
    expect(text).toContain('value="Ada"');
  });

  it('whose page leads elsewhere say what happened, and lead there', async () => {
    const { status, text } = await dara.post('/slow', {}, { from: '/decide', token: 'old' });
    expect(status).toBe(403);
    expect(text).toContain('This form has expired');
    expect(text).toContain('href="/decide">Go back to the page before');
  });

  it('send people whose session has ended to sign-in, and back to the form', async () => {
    const answer = await sendRaw('/decide', {
      method: 'POST',
      body: new URLSearchParams(right),
      headers: { referer: `${fixture.url}/decide?a=1`, accept: 'text/html' },
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

describe('An error page', () => {
  it('leads back to where somebody came from, and to a start page that they may see', async () => {
    const { text } = await dara.get('/fail/missing', { headers: { referer: `${fixture.url}/decide?a=1` } });
    expect(text).toContain('href="/decide?a=1">Go back to the page before');
    expect(text).toContain('href="/">Go to the start page');
    const away = await dara.get('/fail/missing', { headers: { referer: 'https://example.com/decide' } });
    expect(away.text).not.toContain('Go back to the page before');
  });

  it('leads those who are not signed in to sign-in', async () => {
    const { text } = await visitor(fixture.url).get('/nothing/here');
    expect(text).toContain('href="/sign-in">Sign in');
    expect(text).not.toContain('Go to the start page');
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
      'register-search.js',
      'accessible-autocomplete.min.js',
      'accessible-autocomplete.min.css',
      'images/govuk-crest.svg',
      'manifest.json',
    ]) {
      const answer = await sendRaw(`/assets/${file}`, {});
      expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([file, 200, 'public, max-age=86400']);
    }
  });
});

describe('A look-up', () => {
  it('answers those who have the right of its pages, and tells its matches as data', async () => {
    const { status, text } = await dara.get('/look-up/trust?search=elm', { headers: { accept: 'application/json' } });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      matches: [{ value: '10060002', text: 'Elm & Ash Trust 2' }, {}],
      more: false,
    });
    expect((await sendRaw('/look-up/trust?search=elm', { headers: { accept: 'application/json' } })).status).toBe(401);
    const caseworker = visitor(fixture.url);
    await caseworker.signIn(personas.caseworker);
    expect((await caseworker.get('/look-up/trust?search=elm')).status).toBe(403);
  });

  it.each(['', 'search=', 'search[]=elm', 'search=%00', `search=${'x'.repeat(5_000)}`])('takes %j', async (query) =>
    expect((await dara.get(`/look-up/trust?${query}`)).status).not.toBe(500),
  );
});

describe('A search of the register', () => {
  it('shows what was found on the page itself, which is no mistake', async () => {
    const { status, text } = await dara.post('/join', { trust_search: 'elm', told: 'no' });
    expect(status).toBe(200);
    expect(text).toContain('2 trusts found');
    expect(text).not.toContain('There is a problem');
    expect((await dara.post('/join', { trust_search: 'elm', trust_searched: 'elm', told: 'no' })).status).toBe(400);
  });
});

describe('Limits', () => {
  it('stop whoever looks up too often', async () => {
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await dara.get('/look-up/trust?search=elm')).status);
    expect(statuses.at(-1)).toBe(429);
  });

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
