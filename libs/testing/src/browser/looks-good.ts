import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * A desk, a phone, and the narrowest window of WCAG 2.2 (1.4.10, Reflow), in CSS pixels. Axe takes a second a window, and
 * the two narrow ones are alike to it.
 */
const windows = [
  { width: 1280, axe: true },
  { width: 360, axe: false },
  { width: 320, axe: true },
];

/**
 * Fails unless everybody can use the page in a wide and a narrow window: WCAG 2.2 AA, and nothing wider than the window.
 * The same tab is resized, so what somebody typed or opened stays. Leaves a picture a width where SCREENSHOTS names a folder.
 */
export async function looksGood(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const { width, axe } of windows) {
    await page.setViewportSize({ width, height: 900 });
    const at = `${page.url()} at ${width} pixels`;
    if (axe) expect([at, await faultsOf(page)]).toEqual([at, []]);
    expect([at, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([at, width]);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** Goes to one page after the other, each by its name and address; all have to look good. */
export async function allLookGood(page: Page, pages: readonly (readonly [name: string, url: string])[]): Promise<void> {
  for (const [name, url] of pages) {
    await page.goto(url);
    await looksGood(page, name);
  }
}

/** GOV.UK's radios say by aria-expanded that they open a question; axe does not know it there (govuk-frontend, issue 979). */
const knownFault = /^<input class="govuk-radios__input"[^>]* aria-expanded=/;

/** What axe finds. It is a script itself: where none may run, it cannot look. */
async function faultsOf(page: Page): Promise<string[][]> {
  if (!(await page.evaluate(`matchMedia('(scripting: enabled)').matches`))) return [];
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules('region') // GOV.UK places the back link before main on purpose
    .analyze();
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))
    .filter(([id, html = '']) => id !== 'aria-allowed-attr' || !knownFault.test(html));
}
