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
  /** Sends a form as a browser would: with the token of the page at that address (or at `from`). */
  post(
    path: string,
    fields?: Record<string, string | string[]>,
    options?: { from?: string; follow?: boolean; token?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Signs in at the service as a persona, by way of the real provider. */
  signIn(persona: Pick<Persona, 'email'>, path?: string): Promise<Answer>;
  /** The cookies that this visitor has for the service, by name. */
  cookies(): Record<string, string>;
}

/** Somebody at a service: `const dara = visitor(service.url); await dara.signIn(personas.deliveryOfficer)`. */
export function visitor(service: string): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url);
    if (!jars.has(host)) jars.set(host, new Map());
    return jars.get(host) as Map<string, string>;
  };

  const send = async (url: string, init: RequestInit, follow: boolean, hops = 0): Promise<Answer> => {
    const jar = jarOf(url);
    const headers = {
      accept: 'text/html',
      ...(init.headers as Record<string, string>),
      cookie: [...jar].map((pair) => pair.join('=')).join('; '),
    };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
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
      const csrf = token ?? tokenIn((await self.get(from)).text);
      const body = new URLSearchParams({ _csrf: csrf });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return send(at(path), { method: 'POST', body, headers }, follow);
    },
    async signIn({ email }, path = '/') {
      const choose = await send(at(`/sign-in?${new URLSearchParams({ returnTo: path })}`), {}, true);
      if (!choose.url.includes('/choose/')) throw new Error(`Sign-in ended at ${choose.url} (${choose.status})`);
      return send(choose.url, { method: 'POST', body: new URLSearchParams({ email }) }, true);
    },
    cookies: () => Object.fromEntries(jarOf(service)),
  };
  return self;
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const [name = '', ...value] = pair.split('=');
  const expired = attributes.some(
    (attribute) => /^expires=/i.test(attribute) && new Date(attribute.slice(8)) < new Date(),
  );
  if (expired) jar.delete(name);
  else jar.set(name, value.join('='));
}

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
