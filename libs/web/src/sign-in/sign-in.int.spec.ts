import { allPersonas, personas, visitor } from '@academies/identity';
import { type Ground, testGround } from '../testing-ground/test-ground.spec.ts';

let ground: Ground;
beforeAll(async () => void (ground = await testGround()), 60_000);
afterAll(() => ground.stop());

const cookie = 'try.sid';

describe('Signing in', () => {
  it.each(allPersonas)('lets $name in, with the name and rights of the token', async (persona) => {
    const start = await visitor(ground.url).signIn(persona);
    expect(start).toMatchObject({ status: 200, url: `${ground.url}/` });
    expect(start.text).toContain(`Hello ${persona.name}`);
    expect(start.text.includes('href="/decide"')).toBe(
      persona.roles.some((role) => ['delivery_officer', 'service_support'].includes(role)),
    );
  });

  it('brings people back to the page that they asked for', async () => {
    const dara = visitor(ground.url);
    const choose = await dara.get('/decide?step=2');
    expect(choose.url).toContain('/choose/');
    expect(await dara.signIn(personas.deliveryOfficer, '/decide?step=2')).toMatchObject({
      status: 200,
      url: `${ground.url}/decide?step=2`,
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
    expect(await visitor(ground.url).signIn(personas.caseworker, away)).toMatchObject({ url: `${ground.url}/` }),
  );

  it('renews the session id, so that a planted one is worth nothing', async () => {
    const dara = visitor(ground.url);
    await dara.get('/sign-in', { follow: false });
    const before = dara.cookies()[cookie];
    await dara.signIn(personas.deliveryOfficer);
    expect(before).toBeDefined();
    expect(dara.cookies()[cookie]).not.toBe(before);
    const planted = await fetch(`${ground.url}/`, { headers: { cookie: `${cookie}=${before}` }, redirect: 'manual' });
    expect(planted.status).toBe(303);
  });

  it('refuses an answer of the provider that nobody here asked for', async () => {
    const answer = await visitor(ground.url).get('/sign-in/callback?code=abc&state=def');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Start again');
  });

  it('refuses a code that the provider did not give', async () => {
    const dara = visitor(ground.url);
    const { headers } = await dara.get('/sign-in', { follow: false });
    const state = new URL(headers.get('location') ?? '').searchParams.get('state');
    const answer = await dara.get(
      `/sign-in/callback?code=abc&state=${state}&iss=${encodeURIComponent(ground.identity.issuer)}`,
    );
    expect(answer).toMatchObject({ status: 400 });
  });

  it('works in two tabs at once', async () => {
    const dara = visitor(ground.url);
    const [first, second] = [await dara.get('/decide'), await dara.get('/saved')];
    expect((await dara.choose(second, personas.deliveryOfficer)).url).toBe(`${ground.url}/saved`);
    // The session is a new one since; the first tab is signed in already and goes to the start page.
    expect((await dara.choose(first, personas.deliveryOfficer)).url).toBe(`${ground.url}/`);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers } = await visitor(ground.url).get('/sign-in', { follow: false });
    expect(headers.get('set-cookie')).toMatch(/^try\.sid=.*HttpOnly; SameSite=Lax/i);
  });
});

describe('Signing out', () => {
  it('ends the session here and at the provider', async () => {
    const dara = visitor(ground.url);
    await dara.signIn(personas.deliveryOfficer);
    const stolen = dara.cookies()[cookie];
    const out = await dara.post('/sign-out', {}, { from: '/' });
    expect(out).toMatchObject({ status: 200, url: `${ground.url}/signed-out` });
    const again = await fetch(`${ground.url}/`, { headers: { cookie: `${cookie}=${stolen}` }, redirect: 'manual' });
    expect(again.headers.get('location')).toContain('/sign-in');
  });
});

describe('Sessions', () => {
  it('survive a restart of the service and of the provider', async () => {
    const dara = visitor(ground.url);
    await dara.signIn(personas.deliveryOfficer);
    await ground.service.stop();
    await ground.identity.stop();
    await ground.start();
    expect(await dara.get('/')).toMatchObject({ status: 200, url: `${ground.url}/` });
    await ground.startIdentity();
    expect((await visitor(ground.url).signIn(personas.caseworker)).status).toBe(200);
  });
});

describe('While the provider is away', () => {
  it('the service starts, is ready, and says in plain English that sign-in is not available', async () => {
    await ground.identity.stop();
    await ground.service.stop();
    await ground.start();
    expect((await fetch(`${ground.url}/health/ready`)).status).toBe(200);
    const answer = await visitor(ground.url).get('/decide');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('Sign-in is not available at the moment');
    await ground.startIdentity();
    expect((await visitor(ground.url).signIn(personas.caseworker)).status).toBe(200);
  });
});

describe('Inside a container network', () => {
  it('the service reaches the provider by another address than browsers do', async () => {
    const inside = await testGround({}, 'http://identity.invalid:3000');
    const dara = visitor(inside.url, { 'http://identity.invalid:3000': inside.settings.OIDC_INTERNAL_URL ?? '' });
    expect((await dara.get('/sign-in', { follow: false })).headers.get('location')).toMatch(
      /^http:\/\/identity\.invalid:3000\/auth/,
    );
    expect(await dara.signIn(personas.deliveryOfficer)).toMatchObject({ status: 200, url: `${inside.url}/` });
    await inside.stop();
  });
});
