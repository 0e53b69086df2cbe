import { localSettings } from '@academies/local';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './find-chromium.ts';
import { type Browser, launchBrowser } from './launch-browser.ts';

describe('The browser', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser.close());

  it('shows a page, runs its script, and has letters to draw', async () => {
    const server = createServer((_, answer) =>
      answer.setHeader('Content-Type', 'text/html').end('<h1>Hello</h1><script>document.title = "ran"</script>'),
    ).listen(0);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect([await page.textContent('h1'), await page.title()]).toEqual(['Hello', 'ran']);
    expect((await page.locator('h1').boundingBox())?.height).toBeGreaterThan(10);
    server.close();
  });

  it('draws with the letters that came with it, on every machine the same', () => {
    const { env } = findChromium({ ...localSettings(), CHROMIUM_PATH: undefined });
    expect(readFileSync(path.join(env['FONTCONFIG_PATH']!, 'fonts.conf'), 'utf8')).toContain(
      `<dir>${env['FONTCONFIG_PATH']}</dir>`,
    );
  });

  it('forgets everything between visitors, and goes without scripts when asked', async () => {
    const visitor = await browser.newContext({ javaScriptEnabled: false });
    const page = await visitor.newPage();
    await page.setContent('<script>document.title = "ran"</script>');
    expect(await page.title()).toBe('');
    expect(await visitor.cookies()).toEqual([]);
    await visitor.close();
  });
});
