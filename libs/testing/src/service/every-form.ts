import { allPersonas, personas, visitor, type Visitor } from '@academies/identity';
import { may, type Route, routesOf, type Running } from '@academies/web';

/** A service, and what stands for `:project` and the like in its addresses. */
interface Forms {
  readonly url: string;
  readonly service: Running;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What becomes of a form that did nothing: its own page, or the page that says why not. */
const pages = [400, 403, 404, 409, 410];

const whoMay = ({ access }: Route) =>
  [personas.serviceSupport, ...allPersonas].find(
    (one) => access !== 'nothing' && access !== 'public' && may(one, access),
  );

/** What is wrong with the answer to a form that was sent with nothing in it, if anything is. */
async function faultOf(who: Visitor, address: string): Promise<string | undefined> {
  const sent = await who.post(address, {}, { from: '/', follow: false });
  if (sent.status === 303) {
    const next = await who.get(sent.headers.get('location') ?? '');
    return next.status === 200 ? undefined : `leads to ${next.url}, which answers ${next.status}`;
  }
  if (!pages.includes(sent.status) || !sent.text.includes('<h1')) return `answers ${sent.status} without a page`;
  const again = await who.get(address);
  // An address that lacks a part of its own (`?to=`) says so, asked or sent; a link never leads there.
  if (sent.status === 400 && again.status === 400 && again.text.includes('<h1')) return undefined;
  if (sent.status === 400 && !sent.text.includes('govuk-error-summary'))
    return 'answers 400 without saying what is wrong';
  // What may not be sent now, may not be seen either; what can be mended is there for reload and bookmark.
  if (again.status !== 200 && sent.status === 400) return `answers 400, and ${again.status} when it is loaded again`;
  return again.status < 500 ? undefined : `answers ${again.status} when it is loaded again`;
}

/**
 * Promises that every form of a service, sent with nothing in it, is answered by a page: its own with the errors, or one
 * that says why not; never by a fault. The address can be loaded again, kept and gone back to.
 */
export function everyFormCanBeSentEmpty(fixture: () => Forms): void {
  describe('Every form that is sent with nothing in it', () => {
    it.each([
      ['of what is there', ({ parameters }: Forms) => parameters],
      ['of what is not there', () => ({})],
    ])('is answered by a page that can be loaded again: %s', async (_, parametersOf) => {
      const forms = fixture();
      const parameters: Readonly<Record<string, string>> = parametersOf(forms);
      const posted = routesOf(forms.service.app).filter(
        ({ method, path }) => method === 'POST' && !path.startsWith('/sign'),
      );
      const known = new Map<string, Visitor>();
      const wrong: string[] = [];
      for (const route of posted) {
        const persona = whoMay(route);
        if (!persona) continue;
        const who = known.get(persona.email) ?? visitor(forms.url);
        if (!known.has(persona.email)) await who.signIn(persona, '/health/live');
        known.set(persona.email, who);
        const address = route.path.replaceAll(/:(\w+)/g, (_, name: string) => parameters[name] ?? 'missing');
        const fault = await faultOf(who, address);
        if (fault) wrong.push(`${address} ${fault}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}
