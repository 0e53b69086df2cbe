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
