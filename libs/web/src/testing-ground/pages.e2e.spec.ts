import { AxeBuilder } from '@axe-core/playwright';
import { allPersonas, personas } from '@academies/identity';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '@academies/testing';
import { type Ground, testGround } from './test-ground.spec.ts';

let ground: Ground;
let browser: Browser;
beforeAll(async () => void ([ground, browser] = await Promise.all([testGround(), launchBrowser()])), 120_000);
afterAll(async () => {
  await browser?.close();
  await ground?.stop();
});

/** Drawing and judging six pages takes longer than a test of one thing. */
const patience = 60_000;

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 800 } };

async function visit<T>(options: BrowserContextOptions, walk: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: widths.desktop, ...options });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on(
    'console',
    (message) => /Content.Security.Policy|violates/i.test(message.text()) && refused.push(message.text()),
  );
  page.on('pageerror', (error) => refused.push(error.message));
  try {
    const result = await walk(page);
    expect(refused).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(ground.url + path);
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.waitForURL(ground.url + path);
}

/** WCAG 2.2 AA, nothing wider than the window, and a picture where SCREENSHOTS names a folder. */
async function isGood(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules('region') // GOV.UK places the back link before main on purpose
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('In a browser', () => {
  it.each(allPersonas)(
    '$name signs in without a password, and signs out',
    ({ name }) =>
      visit({}, async (page) => {
        await signIn(page, name);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Hello ${name}`);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
      }),
    patience,
  );

  it.each(Object.entries(widths))(
    'every page can be used by everybody (%s)',
    (size, viewport) =>
      visit({ viewport }, async (page) => {
        await page.goto(ground.url);
        await isGood(page, `choose-${size}`);
        await signIn(page, personas.deliveryOfficer.name);
        await isGood(page, `start-${size}`);
        await page.goto(`${ground.url}/decide`);
        await isGood(page, `form-${size}`);
        await page.getByLabel('Finance').last().check();
        await page.getByLabel('Day').fill('31');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByRole('alert').waitFor();
        expect(await page.title()).toMatch(/^Error: /);
        await isGood(page, `form-errors-${size}`);
        await page.goto(`${ground.url}/forgotten`);
        await isGood(page, `forbidden-${size}`);
        await page.goto(`${ground.url}/nothing`);
        await isGood(page, `not-found-${size}`);
      }),
    patience,
  );

  it.each([true, false])(
    'a form is filled in, mended and saved (JavaScript: %s)',
    (javaScriptEnabled) =>
      visit({ javaScriptEnabled }, async (page) => {
        await signIn(page, personas.deliveryOfficer.name, '/decide');
        await page.getByLabel("Decision maker's name").fill('Ada');
        await page.getByLabel('Declined').check();
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByRole('link', { name: 'Enter the decision date' }).click();
        expect(await page.getByLabel('Day').getAttribute('id')).toBe('date-day');
        expect(await page.getByLabel("Decision maker's name").inputValue()).toBe('Ada');
        await page.getByLabel('Day').fill('1');
        await page.getByRole('group', { name: 'Decision date' }).getByLabel('Month').fill('4');
        await page.getByRole('group', { name: 'Decision date' }).getByLabel('Year').fill('2027');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.waitForURL(`${ground.url}/saved`);
        await page.getByText('Decision recorded').waitFor();
      }),
    patience,
  );
});
