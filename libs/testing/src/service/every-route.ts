import { allPersonas, personas, visitor, type Visitor } from '@academies/identity';
import { may, type Route, routesOf, type Running } from '@academies/web';

const ask = (who: Visitor, { method, path }: Pick<Route, 'method' | 'path'>, query = '') => {
  const address = path.replaceAll(/:\w+/g, 'missing') + query;
  const options = { follow: false, headers: { accept: 'application/json' } };
  return method === 'GET' ? who.get(address, options) : who.post(address, {}, { ...options, from: '/' });
};

/**
 * Promises that every route of a service asks for its right: walked by every role and without sign-in. What belongs to
 * one record only (the assigned person, the own region) is promised beside its page.
 */
export function everyRouteAsksForItsRight(fixture: () => { readonly url: string; readonly service: Running }): void {
  const routes = () => routesOf(fixture().service.app).filter(({ path }) => !path.startsWith('/sign'));

  describe('Every route', () => {
    it('says what it asks; none is left open by being forgotten', () => {
      expect(routes().length).toBeGreaterThan(5);
      expect(routes().filter(({ access }) => access === 'nothing')).toEqual([]);
    });

    it.each(allPersonas)('lets $name ($roles) do what the table of rights says, and nothing else', async (persona) => {
      const who = visitor(fixture().url);
      await who.signIn(persona, '/health/live');
      const met: [string, boolean | number][] = [];
      const promised: [string, boolean | number][] = [];
      for (const route of routes()) {
        const { status } = await ask(who, route);
        const name = `${route.method} ${route.path}`;
        met.push([name, status >= 500 && status !== 503 ? status : status !== 403]);
        promised.push([name, route.access === 'public' || (route.access !== 'nothing' && may(persona, route.access))]);
      }
      expect(met).toEqual(promised);
    });

    it('is no such page with a zero character in its address', async () => {
      const who = visitor(fixture().url);
      await who.signIn(personas.serviceSupport, '/health/live');
      const found: string[] = [];
      for (const { method, path } of routes().filter((route) => !route.path.startsWith('/health'))) {
        const { status } = await ask(who, { method, path: path.replaceAll(/:\w+/g, '1%00') }, '?page=%00');
        if (status !== 404) found.push(`${method} ${path}: ${status}`);
      }
      expect(found).toEqual([]);
    });

    it('that something is sent to has a page, so that reload, Back and a bookmark meet no dead one', () => {
      const pages = routes().filter(({ method }) => method === 'GET');
      const sentTo = routes().filter(({ method }) => method !== 'GET');
      expect(sentTo.filter(({ path }) => !pages.some((page) => page.path === path))).toEqual([]);
    });

    it('is closed to those who have not signed in, unless it is public', async () => {
      const open: string[] = [];
      for (const route of routes().filter(({ access }) => access !== 'public')) {
        const { status } = await ask(visitor(fixture().url), route);
        if (![401, 403].includes(status)) open.push(`${route.method} ${route.path}: ${status}`);
      }
      expect(open).toEqual([]);
    });
  });
}
