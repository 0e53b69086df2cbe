import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@academies/testing';

/** WCAG 2.2 AA, nothing wider than the window, and a picture where SCREENSHOTS names a folder. */
export async function looksGood(page: Page, name: string, javaScriptEnabled = true): Promise<void> {
  if (javaScriptEnabled) await isAccessible(page);
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Axe is itself JavaScript in the page; without it the same pages are only walked. */
async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
}
