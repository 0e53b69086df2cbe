import { allPersonas, visitor, type Visitor } from '@academies/identity';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';
import { may } from './rights.table.ts';
import { type Route, routesOf } from './routes-of.ts';

let fixture: WebService;
beforeAll(async () => void (fixture = await aWebService()));
afterAll(() => fixture.stop());

const ask = (who: Visitor, { method, path }: Route) => {
  const address = path.replaceAll(/:\w+/g, 'missing');
  const options = { follow: false, headers: { accept: 'application/json' } };
  return method === 'GET' ? who.get(address, options) : who.post(address, {}, { ...options, from: '/' });
};

describe('Every route', () => {
  it('is known with what it asks', () => {
    expect(routesOf(fixture.service.app)).toEqual(
      expect.arrayContaining([
        { method: 'GET', path: '/', access: 'read-prepare' },
        { method: 'POST', path: '/decide', access: 'decide' },
        { method: 'GET', path: '/fail/:how', access: 'read-prepare' },
        { method: 'GET', path: '/unsaid', access: 'nothing' },
        { method: 'GET', path: '/sign-in/callback', access: 'public' },
        { method: 'GET', path: '/health/ready', access: 'public' },
      ]),
    );
  });

  it.each(allPersonas)('lets $name do what the table of rights says, and nothing else', async (persona) => {
    const who = visitor(fixture.url);
    await who.signIn(persona);
    for (const route of routesOf(fixture.service.app).filter(({ path }) => !/^\/(sign|export)/.test(path))) {
      const { access } = route;
      const allowed = access === 'public' || (access !== 'nothing' && may(persona, access));
      const { status } = await ask(who, route);
      expect([route.path, status === 403]).toEqual([route.path, !allowed]);
    }
  });

  it('is closed to those who have not signed in, unless it is public', async () => {
    for (const route of routesOf(fixture.service.app).filter(({ access }) => access !== 'public')) {
      const { status } = await ask(visitor(fixture.url), route);
      expect([route.path, [401, 403].includes(status)]).toEqual([route.path, true]);
    }
  });
});
