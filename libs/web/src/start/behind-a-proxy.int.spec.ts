import type { Server } from 'node:http';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
beforeAll(async () => {
  fixture = await aWebService({
    TRUSTED_PROXIES: '1',
    RATE_LIMIT_SIGN_IN: '3',
    OIDC_FORM_ORIGINS: 'https://sign-out.example.org/now',
  });
});
afterAll(() => fixture.stop());

const signIn = (from: string) =>
  fetch(`${fixture.url}/sign-in`, { redirect: 'manual', headers: { 'x-forwarded-for': from, accept: 'text/html' } });
const statuses = async (from: (i: number) => string) => {
  const met = [];
  for (let i = 0; i < 4; i++) met.push((await signIn(from(i))).status);
  return met;
};

describe('Behind a load balancer', () => {
  it.each([
    ['an IPv4 address', (i: number) => `203.0.113.7:${4_000 + i}`],
    ['an IPv6 address', (i: number) => `[2001:db8::1]:${4_000 + i}`],
  ])('%s is one visitor, whatever port it comes from', async (_, from) =>
    expect(await statuses(from)).toEqual([303, 303, 303, 429]),
  );

  it('lets forms be led by way of every address of the provider', async () => {
    const { headers } = await fetch(`${fixture.url}/open`);
    expect(headers.get('content-security-policy')).toContain(
      `form-action 'self' ${fixture.identity.issuer} https://sign-out.example.org;`,
    );
  });

  it('keeps idle connections longer than the load balancer does', () => {
    const server = fixture.service.app.getHttpServer() as Server;
    expect(server.keepAliveTimeout).toBe(75_000);
  });
});
