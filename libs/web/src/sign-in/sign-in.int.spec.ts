import { allPersonas, personas, visitor } from '@academies/identity';
import { slowSave } from '../fixtures/test-app.spec.ts';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
beforeAll(async () => void (fixture = await aWebService()));
afterAll(() => fixture.stop());

const cookie = 'try.sid';

describe('Signing in', () => {
  it.each(allPersonas)('lets $name in, with the name and rights of the token', async (persona) => {
    const start = await visitor(fixture.url).signIn(persona);
    expect(start).toMatchObject({ status: 200, url: `${fixture.url}/` });
    expect(start.text).toContain(`Hello ${persona.name}`);
    expect(start.text.includes('href="/decide"')).toBe(
      persona.roles.some((role) => ['delivery_officer', 'service_support'].includes(role)),
    );
  });

  it('brings people back to the page that they asked for', async () => {
    const dara = visitor(fixture.url);
    const choose = await dara.get('/decide?step=2');
    expect(choose.url).toContain('/choose/');
    expect(await dara.signIn(personas.deliveryOfficer, '/decide?step=2')).toMatchObject({
      status: 200,
      url: `${fixture.url}/decide?step=2`,
    });
  });

  it.each([
    'https://example.com',
    '//example.com',
    '/\\example.com',
    '/.//example.com',
    'javascript:alert(1)',
    '/\t/example.com',
  ])('goes nowhere else afterwards: %s', async (away) =>
    expect(await visitor(fixture.url).signIn(personas.caseworker, away)).toMatchObject({ url: `${fixture.url}/` }),
  );

  it('renews the session id, so that a planted one is worth nothing', async () => {
    const [casey, dara] = [visitor(fixture.url), visitor(fixture.url)];
    await casey.signIn(personas.caseworker);
    const before = casey.cookies()[cookie];
    dara.jar.setCookieSync(`${cookie}=${before}; Path=/; HttpOnly`, fixture.url);
    expect((await dara.get('/')).text).toContain('Hello Casey Workwise');
    await dara.signIn(personas.deliveryOfficer);
    expect(before).toBeDefined();
    expect(dara.cookies()[cookie]).not.toBe(before);
    const planted = await fetch(`${fixture.url}/`, { headers: { cookie: `${cookie}=${before}` }, redirect: 'manual' });
    expect(planted.status).toBe(303);
  });

  it('refuses an answer of the provider that nobody here asked for', async () => {
    const answer = await visitor(fixture.url).get('/sign-in/callback?code=abc&state=def');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Start again');
  });

  it('refuses a code that the provider did not give', async () => {
    const dara = visitor(fixture.url);
    const { headers } = await dara.get('/sign-in', { follow: false });
    const state = new URL(headers.get('location') ?? '').searchParams.get('state');
    const answer = await dara.get(
      `/sign-in/callback?code=abc&state=${state}&iss=${encodeURIComponent(fixture.identity.issuer)}`,
    );
    expect(answer).toMatchObject({ status: 400 });
  });

  it('brings each of seven tabs that were opened at once to its own page, and keeps all of them signed in', async () => {
    const dara = visitor(fixture.url);
    const pages = Array.from({ length: 7 }, (_, tab) => `/decide?tab=${tab}`);
    const tabs = await Promise.all(pages.map((page) => dara.get(page)));
    const arrived = [];
    for (const tab of tabs.toReversed()) arrived.push((await dara.choose(tab, personas.deliveryOfficer)).url);
    expect(arrived.toReversed()).toEqual(pages.map((page) => fixture.url + page));
    const ids = new Set([dara.cookies()[cookie]]);
    await dara.signIn(personas.deliveryOfficer);
    expect(ids).toContain(dara.cookies()[cookie]);
  });

  it('begins as often as somebody likes, without more cookies than a server takes', async () => {
    const dara = visitor(fixture.url);
    const page = `/decide?${'filter=london&'.repeat(80)}`;
    for (let i = 0; i < 20; i++) await dara.get(page, { follow: false });
    for (let i = 0; i < 20; i++) await dara.get(`/sign-in?returnTo=${encodeURIComponent(page)}`, { follow: false });
    expect(Object.entries(dara.cookies()).flat().join('').length).toBeLessThan(8_000);
    expect(await dara.signIn(personas.deliveryOfficer, page)).toMatchObject({ status: 200, url: fixture.url + page });
  });

  it('sets cookies that scripts cannot read and other sites cannot send', async () => {
    const dara = visitor(fixture.url);
    const { headers } = await dara.get('/sign-in', { follow: false });
    expect(headers.get('set-cookie')).toMatch(/^try\.sign-in\..*HttpOnly; SameSite=Lax/i);
    await dara.signIn(personas.deliveryOfficer);
    const set = dara.jar.getCookiesSync(fixture.url).find(({ key }) => key === cookie);
    expect(set).toMatchObject({ httpOnly: true, sameSite: 'lax' });
  });
});

describe('Signing out', () => {
  it('ends the session here and at the provider', async () => {
    const dara = visitor(fixture.url);
    await dara.signIn(personas.deliveryOfficer);
    const stolen = dara.cookies()[cookie];
    const out = await dara.post('/sign-out', {}, { from: '/' });
    expect(out).toMatchObject({ status: 200, url: `${fixture.url}/signed-out` });
    const again = await fetch(`${fixture.url}/`, { headers: { cookie: `${cookie}=${stolen}` }, redirect: 'manual' });
    expect(again.headers.get('location')).toContain('/sign-in');
  });

  it('is not undone by a save that was under way in another tab', async () => {
    const dara = visitor(fixture.url);
    await dara.signIn(personas.deliveryOfficer);
    const known = dara.cookies()[cookie];
    const saving = dara.post('/slow', { wait: 'yes' }, { from: '/decide', follow: false });
    await slowSave.arrived.promise;
    await dara.post('/sign-out', {}, { from: '/' });
    slowSave.goOn.resolve();
    expect((await saving).status).toBe(303);
    const again = await fetch(`${fixture.url}/`, { headers: { cookie: `${cookie}=${known}` }, redirect: 'manual' });
    expect(again.headers.get('location')).toContain('/sign-in');
    expect((await dara.get('/')).url).toContain('/choose/');
  });
});

describe('Sessions', () => {
  it('survive a restart of the service and of the provider', async () => {
    const dara = visitor(fixture.url);
    await dara.signIn(personas.deliveryOfficer);
    await fixture.service.stop();
    await fixture.identity.stop();
    await fixture.start();
    expect(await dara.get('/')).toMatchObject({ status: 200, url: `${fixture.url}/` });
    await fixture.startIdentity();
    expect((await visitor(fixture.url).signIn(personas.caseworker)).status).toBe(200);
  });
});

describe('While the provider is away', () => {
  it('the service starts, is ready, and says in plain English that sign-in is not available', async () => {
    await fixture.identity.stop();
    await fixture.service.stop();
    await fixture.start();
    expect((await fetch(`${fixture.url}/health/ready`)).status).toBe(200);
    const answer = await visitor(fixture.url).get('/decide');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('Sign-in is not available at the moment');
    await fixture.startIdentity();
    expect((await visitor(fixture.url).signIn(personas.caseworker)).status).toBe(200);
  });
});

describe('Inside a container network', () => {
  it('the service reaches the provider by another address than browsers do', async () => {
    const inside = await aWebService({}, 'http://identity.invalid:3000');
    const dara = visitor(inside.url, { 'http://identity.invalid:3000': inside.settings.OIDC_INTERNAL_URL ?? '' });
    expect((await dara.get('/sign-in', { follow: false })).headers.get('location')).toMatch(
      /^http:\/\/identity\.invalid:3000\/auth/,
    );
    expect(await dara.signIn(personas.deliveryOfficer)).toMatchObject({ status: 200, url: `${inside.url}/` });
    await inside.stop();
  });
});
