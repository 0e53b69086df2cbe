interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** Cookies by host and path, as a browser keeps them; enough for our own services. */
export function cookieJar() {
  let cookies: Cookie[] = [];
  const matching = (url: string): Cookie[] => {
    const { host, pathname } = new URL(url);
    return cookies.filter((cookie) => cookie.host === host && pathname.startsWith(cookie.path));
  };
  return {
    /** The header for a request. */
    for: (url: string): string =>
      matching(url)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    /** By name. */
    of: (url: string): Record<string, string> =>
      Object.fromEntries(matching(url).map(({ name, value }) => [name, value])),
    /** Takes a Set-Cookie header. */
    keep(url: string, header: string): void {
      const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
      const told = (attribute: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1);
      const [name = '', ...value] = pair.split('=');
      const cookie = { host: new URL(url).host, path: told('path') ?? '/', name, value: value.join('=') };
      cookies = cookies.filter((one) => one.host !== cookie.host || one.path !== cookie.path || one.name !== name);
      const expires = told('expires');
      if (!expires || new Date(expires) > new Date()) cookies.push(cookie);
    },
  };
}
