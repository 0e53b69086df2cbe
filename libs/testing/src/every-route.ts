import { allPersonas, visitor, type Visitor } from '@academies/identity';
import { may, type Route, routesOf, type Running } from '@academies/web';

const ask = (who: Visitor, { method, path }: Route) => {
  const address = path.replaceAll(/:\w+/g, 'missing');
  const options = { follow: false, headers: { accept: 'application/json' } };
  return method === 'GET' ? who.get(address, options) : who.post(address, {}, { ...options, from: '/' });
};

/**
 * Promises that every route of a service asks for its right: walked by every role and without sign-in. What belongs to
 * one record only (the assigned person, the own region) is promised beside its page.
 */
export function everyRouteAsksForItsRight(ground: () => { readonly url: string; readonly service: Running }): void {
  const routes = () => routesOf(ground().service.app).filter(({ path }) => !path.startsWith('/sign'));

  describe('Every route', () => {
    it('says what it asks; none is left open by being forgotten', () => {
      expect(routes().length).toBeGreaterThan(5);
      expect(routes().filter(({ access }) => access === 'nothing')).toEqual([]);
    });

    it.each(allPersonas)('lets $name ($roles) do what the table of rights says, and nothing else', async (persona) => {
      const who = visitor(ground().url);
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

    it('is closed to those who have not signed in, unless it is public', async () => {
      const open: string[] = [];
      for (const route of routes().filter(({ access }) => access !== 'public')) {
        const { status } = await ask(visitor(ground().url), route);
        if (![401, 403].includes(status)) open.push(`${route.method} ${route.path}: ${status}`);
      }
      expect(open).toEqual([]);
    });
  });
}
