/** The path if it stays on this service, else '/'. Nothing that a browser could read as another host passes. */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\s\u0000-\u001f]/.test(asked)) return '/';
  const here = 'http://here.invalid';
  if (!URL.canParse(asked, here)) return '/';
  const url = new URL(asked, here);
  // Reading may have changed it ("/.//example.com" becomes "//example.com"), so the result is judged too.
  const path = url.pathname + url.search;
  return url.origin === here && !path.startsWith('//') ? path : '/';
}
