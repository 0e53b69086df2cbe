import { AxeBuilder } from '@axe-core/playwright';
import { personas } from '@academies/identity';
import { type Browser, launchBrowser, type Page } from '@academies/testing';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { approved, created } from '../examples/events.spec.ts';
import { aGround, type Ground } from '../examples/ground.spec.ts';
import { activeInComplete, anApprovedConversion } from '../examples/states.spec.ts';

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 800 } };
const { dataConsumer, deliveryOfficer, caseworker } = personas;

describe('The exports pages in a browser', () => {
  let ground: Ground;
  let browser: Browser;
  beforeAll(async () => {
    [ground, browser] = await Promise.all([aGround(), launchBrowser()]);
    await ground.database.take(approved(anApprovedConversion()), created(activeInComplete()));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await ground?.stop();
  });

  const visit = async (options: object, walk: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ viewport: widths.desktop, ...options });
    await walk(await context.newPage()).finally(() => context.close());
  };
  const signIn = async (page: Page, { name }: { name: string }, path: string) => {
    await page.goto(ground.url + path);
    await page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await page.waitForURL(ground.url + path);
  };
  /** WCAG 2.2 AA, nothing wider than the window, and a picture where SCREENSHOTS names a folder. */
  const isGood = async (page: Page, name: string) => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .disableRules('region')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it.each(Object.entries(widths))(
    'can be used by everybody (%s)',
    (size, viewport) =>
      visit({ viewport }, async (page) => {
        await signIn(page, dataConsumer, '/exports');
        await isGood(page, `exports-${size}`);
        for (const path of ['all-data', 'rpa-sug-and-fa-letters', 'columns', 'help']) {
          await page.goto(`${ground.url}/exports/${path}`);
          await isGood(page, `exports-${path}-${size}`);
        }
      }),
    60_000,
  );

  it.each([true, false])(
    'lead from a period to its file (JavaScript: %s)',
    (javaScriptEnabled) =>
      visit({ javaScriptEnabled }, async (page) => {
        await signIn(page, dataConsumer, '/exports');
        await page.getByRole('link', { name: 'RPA, SUG and FA letters' }).click();
        const month = (name: string) => page.getByRole('group', { name });
        const choose = async (which: string, number: string) => {
          await month(which).getByLabel('Month', { exact: true }).fill(number);
          await month(which).getByLabel('Year').fill('2027');
        };
        await choose('First month', '5');
        await choose('Last month', '4');
        await page.getByRole('button', { name: 'Download CSV file' }).click();
        await page.getByRole('link', { name: 'The last month must be the same as or after the first month' }).waitFor();
        expect(await page.title()).toMatch(/^Error: /);
        if (javaScriptEnabled) await isGood(page, 'exports-wrong-period'); // axe is a script itself

        await choose('First month', '4');
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Download CSV file' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe('2027-04-01-2027-04-30_rpa_sug_and_fa_letters.csv');
        expect(parse(readFileSync(await download.path()), { bom: true })).toHaveLength(2);
      }),
    60_000,
  );

  it('show a caseworker that they are for others', () =>
    visit({}, async (page) => {
      await signIn(page, caseworker, '/exports');
      await page.getByRole('heading', { name: 'You cannot see or do this' }).waitFor();
      await isGood(page, 'exports-forbidden');
    }));

  it("bring a delivery officer straight to Prepare's reports", () =>
    visit({}, async (page) => {
      await page.goto(ground.url);
      await page.getByRole('button', { name: `Sign in as ${deliveryOfficer.name}` }).click();
      await page.getByRole('heading', { name: 'Conversions in Prepare' }).waitFor();
    }));
});
