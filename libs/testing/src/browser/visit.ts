import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody walks in a window of their own. Fails where a script breaks or the content security policy refuses one. */
export async function visit<Found>(
  browser: Browser,
  options: BrowserContextOptions,
  walk: (page: Page) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|violates/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  try {
    const found = await walk(page);
    expect(refused).toEqual([]);
    return found;
  } finally {
    await context.close();
  }
}

/** Signs in on the way to a page of a service, and arrives there; the start page may lead on to another. */
export async function signIn(page: Page, { name }: { readonly name: string }, url: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  await page.goto(url);
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.waitForURL((now) => now.origin === origin && (pathname === '/' || now.pathname === pathname));
}
