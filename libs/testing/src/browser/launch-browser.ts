import type { Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

export type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Chromium without a window. It runs as root too, and asks nobody on the network but our services. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  // Loaded here, since most tests use this library and few a browser.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, env: { ...process.env, ...env } as Record<string, string>, args: quiet });
}

/**
 * What a test starts, and a browser. The browser comes first: to load it keeps the process busy, for seconds on a machine with
 * other work, and a connection that is being opened meanwhile would be given up.
 */
export async function startWithBrowser<Started>(start: () => Promise<Started>): Promise<[Started, Browser]> {
  const browser = await launchBrowser();
  return [await start(), browser];
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];
