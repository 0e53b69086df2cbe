import { CookieJar } from 'tough-cookie';
import type { Persona } from './personas.table.ts';

/** An answer that a visitor got. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
}

/** A person without a browser: keeps cookies, follows redirects, signs in, sends forms with their tokens. */
export interface Visitor {
  /** Fetches an address, following redirects unless told otherwise. */
  get(path: string, options?: { follow?: boolean; headers?: Record<string, string> }): Promise<Answer>;
  /** Sends a form as a browser would: with the token of the page at that address (or at `from`), and what it showed. */
  post(
    path: string,
    fields?: Record<string, string | string[]>,
    options?: { from?: string; follow?: boolean; token?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Signs in at the service as a persona, by way of the real provider. */
  signIn(persona: Pick<Persona, 'email'>, path?: string): Promise<Answer>;
  /** Chooses a persona on the provider's page, which an earlier answer showed. */
  choose(page: Answer, persona: Pick<Persona, 'email'>): Promise<Answer>;
  /** The cookies that this visitor has for the service, by name. */
  cookies(): Record<string, string>;
  /** All cookies, with the attributes that they were set with. */
  readonly jar: CookieJar;
}

/** Somebody at a service: `const dara = visitor(service.url); await dara.signIn(personas.deliveryOfficer)`. `reachedAt` says where an origin really is. */
export function visitor(service: string, reachedAt: Record<string, string> = {}): Visitor {
  const jar = new CookieJar();
  const really = (url: string): string => {
    const { origin } = new URL(url);
    return (reachedAt[origin] ?? origin) + url.slice(origin.length);
  };

  const send = async (url: string, init: RequestInit, follow: boolean, hops = 0): Promise<Answer> => {
    const headers = {
      accept: 'text/html',
      ...(init.headers as Record<string, string>),
      cookie: jar.getCookieStringSync(url),
    };
    const response = await fetch(really(url), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) jar.setCookieSync(cookie, url);
    const to = response.headers.get('location');
    if (follow && to && response.status >= 300 && response.status < 400 && hops < 15) {
      await response.body?.cancel();
      return send(new URL(to, url).href, {}, true, hops + 1);
    }
    return { status: response.status, url, headers: response.headers, text: await response.text() };
  };

  const at = (path: string): string => new URL(path, service).href;

  const self: Visitor = {
    get: (path, { follow = true, headers = {} } = {}) => send(at(path), { headers }, follow),
    async post(path, fields = {}, { from = path, follow = true, token, headers = {} } = {}) {
      const page = token === undefined ? (await self.get(from)).text : '';
      const shown = hiddenIn(page, 'shown');
      const body = new URLSearchParams({ _csrf: token ?? hiddenIn(page, '_csrf') });
      if (shown && !('shown' in fields)) body.set('shown', shown);
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return send(at(path), { method: 'POST', body, headers }, follow);
    },
    async signIn(persona, path = '/') {
      const choose = await send(at(`/sign-in?${new URLSearchParams({ returnTo: path })}`), {}, true);
      return self.choose(choose, persona);
    },
    choose({ url, status }, { email }) {
      if (!url.includes('/choose/')) throw new Error(`Sign-in ended at ${url} (${status})`);
      return send(url, { method: 'POST', body: new URLSearchParams({ email }) }, true);
    },
    jar,
    cookies: () => Object.fromEntries(jar.getCookiesSync(service).map(({ key, value }) => [key, value])),
  };
  return self;
}

/** The value of a hidden input of a page, or nothing. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
