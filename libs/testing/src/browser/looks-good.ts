import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { takePicture, takesPictures } from './pictures.ts';
import { isThorough } from './thorough.ts';

/** A window in CSS pixels, and how large somebody has made the letters, in percent. */
interface Window {
  readonly width: number;
  readonly axe: boolean;
  readonly letters?: number;
}

/**
 * A desk, a phone, and the narrowest window of WCAG 2.2 (1.4.10, Reflow). Axe takes a second a window, and the two narrow
 * ones are alike to it.
 */
const windows: readonly Window[] = [
  { width: 1280, axe: true },
  { width: 360, axe: false },
  { width: 320, axe: true },
];

/** Axe in each of them, and with letters twice as large (1.4.4, Resize Text): for tests that have the time. */
export const everyWindow: readonly Window[] = [
  ...windows.map((window) => ({ ...window, axe: true })),
  { width: 1280, axe: true, letters: 200 },
];

/**
 * Fails unless everybody can use the page in a wide and a narrow window: WCAG 2.2 AA, and nothing wider than the window.
 * The same tab is resized, so what somebody typed or opened stays. Axe, which takes most of the time, looks at every page
 * in a thorough run, else at one of each kind. Leaves a picture a width where SCREENSHOTS names a folder.
 */
export async function looksGood(page: Page, name: string, inWindows = windows): Promise<void> {
  const before = page.viewportSize();
  if (takesPictures) {
    for (const { width, letters } of inWindows) if (!letters) await takePicture(page, name, width);
    return void (before && (await page.setViewportSize(before)));
  }
  const isNew = await isOfNewKind(page);
  const writeLetters = (percent?: number) =>
    page.evaluate(`document.documentElement.style.fontSize = '${percent ? `${percent}%` : ''}'`);
  for (const { width, axe, letters } of inWindows) {
    await page.setViewportSize({ width, height: 900 });
    if (letters) await writeLetters(letters);
    const size = letters ? `-letters-${letters}` : '';
    const at = `${page.url()} at ${width} pixels${size}`;
    if (axe && isNew) expect([at, await faultsOf(page)]).toEqual([at, []]);
    expect([at, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([at, width]);
    expect([at, await page.evaluate(squeezedTexts)]).toEqual([at, []]);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}${size}.png`, fullPage: true });
    if (letters) await writeLetters();
  }
  if (before) await page.setViewportSize(before);
}

/** Texts that have so little room that their letters stand one under another; what is for screen readers alone is clipped away. */
const squeezedTexts = `(() => {
  const found = [];
  const isClipped = (element) =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const text = data.trim();
    if (text.length < 4 || !parentElement.checkVisibility() || parentElement.closest('svg') || isClipped(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (text.length / lines < 2) found.push(text);
  }
  return found;
})()`;

/** The parts of pages that axe has seen in this file of tests. */
const met = new Set<string>();

/** Whether a page has a part that no page had before: a component, or one of its states. */
async function isOfNewKind(page: Page): Promise<boolean> {
  const classes = await page.evaluate<string[]>(
    "[...document.querySelectorAll('[class]')].flatMap((e) => [...e.classList])",
  );
  const news = [...new Set(classes)].filter((name) => !met.has(name));
  news.forEach((name) => met.add(name));
  return isThorough || news.length > 0;
}

/** The kind of a page, by its name: the service and one word, `complete-form`. */
const kindOf = (name: string) => name.split('-', 2).join('-');

/**
 * Goes to one page after the other, each by its name and address; all have to look good. A run that is not thorough goes
 * to the first of each kind.
 */
export async function allLookGood(page: Page, pages: readonly (readonly [name: string, url: string])[]): Promise<void> {
  const firsts = [...new Map([...pages].reverse().map((one) => [kindOf(one[0]), one])).values()].reverse();
  for (const [name, url] of isThorough || takesPictures ? pages : firsts) {
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
