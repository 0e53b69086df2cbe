import { type Identity, startIdentity } from './start-identity.ts';

let identity: Identity;
beforeAll(
  async () =>
    void (identity = await startIdentity({
      port: 0,
      clients: [{ id: 'prepare', secret: 'secret-of-prepare', url: 'http://localhost:3001' }],
    })),
);
afterAll(() => identity.stop());

const html = { headers: { accept: 'text/html' } };

describe('The development sign-in', () => {
  it('tells everybody the address that browsers know, by whatever address it was asked', async () => {
    const answer = await fetch(`${identity.issuer.replace('localhost', '127.0.0.1')}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({
      issuer: identity.issuer,
      authorization_endpoint: `${identity.issuer}/auth`,
      token_endpoint: `${identity.issuer}/token`,
    });
  });

  it('says in plain English when a sign-in has ended or was never begun', async () => {
    for (const path of [
      '/choose/unknown',
      '/auth?client_id=unknown',
      '/auth?client_id=prepare&redirect_uri=https://example.com&response_type=code&scope=openid',
    ]) {
      const answer = await fetch(identity.issuer + path, html);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(await answer.text()).toContain('Go back to the service and sign in again');
    }
  });

  it('runs no script but its own, and sends forms only to the services', async () => {
    const { headers } = await fetch(identity.issuer, html);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3001");
  });
});

describe('E-mails that services would send', () => {
  const send = (mail: unknown, to = identity) =>
    fetch(`${to.issuer}/e-mails`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(mail),
    });

  it('are shown, newest first, and nothing in them is taken for markup', async () => {
    const body = 'By <b>Remy</b>\n\nhttp://localhost:3002/projects/1';
    for (const subject of ['The first', 'The second'])
      expect((await send({ to: 'ada@education.gov.uk', subject, body })).status).toBe(201);
    const text = await (await fetch(`${identity.issuer}/e-mails`, html)).text();
    expect(text).toContain('By &lt;b&gt;Remy&lt;/b&gt;');
    expect(text).toContain('<a href="http://localhost:3002/projects/1"');
    expect(text.indexOf('The second')).toBeGreaterThan(0);
    expect(text.indexOf('The second')).toBeLessThan(text.indexOf('The first'));
  });

  it('are refused when they are none', async () => expect((await send({ to: 'ada' })).status).toBe(400));

  it('have no such page in production', async () => {
    const production = await startIdentity({ port: 0, clients: [], showsEMails: false });
    try {
      expect((await fetch(`${production.issuer}/e-mails`, html)).status).toBe(404);
      expect((await send({ to: 'a@b.example', subject: '', body: '' }, production)).status).toBe(404);
    } finally {
      await production.stop();
    }
  });
});
