import { personas } from '@academies/identity';
import { type Browser, launchBrowser, looksGood, signIn, visit } from '@academies/testing/browser';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { approved, created, started, theRegister } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aTransfer } from '../fixtures/states.spec.ts';
import { aReportingService, type ReportingService } from '../fixtures/test-service.spec.ts';

describe("A choice of one's own in a browser", () => {
  let service: ReportingService;
  let browser: Browser;
  beforeAll(async () => {
    [service, browser] = await Promise.all([aReportingService(), launchBrowser()]);
    await service.database.apply(
      ...theRegister,
      started(aConversion({ id: '1050', academies: [{ urn: '900555' }] })),
      approved(anApprovedConversion()),
      created(activeInComplete()),
      approved(aTransfer()),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it.each([true, false])(
    'is made, saved, shared and taken by a colleague (JavaScript: %s)',
    async (javaScriptEnabled) => {
      let address = '';
      await visit(browser, { javaScriptEnabled }, async (page) => {
        await signIn(page, personas.dataConsumer, `${service.url}/exports`);
        await page.getByRole('link', { name: 'Make your own choice' }).click();
        await page.getByRole('heading', { name: '4 rows' }).waitFor();
        await looksGood(page, 'choice-all');

        await page.locator('summary', { hasText: 'Conversions or transfers' }).click();
        await page.getByLabel('Transfer', { exact: true }).check();
        // With JavaScript the count follows at once.
        if (javaScriptEnabled) await page.getByRole('heading', { name: '2 rows' }).waitFor();
        await page.getByRole('button', { name: 'Show' }).click();
        await page.getByRole('heading', { name: '2 rows' }).waitFor();
        expect(page.url()).toBe(`${service.url}/exports/own?kind=transfer`);

        await page.getByRole('link', { name: 'Change columns' }).click();
        await page.locator('summary', { hasText: 'School (' }).click();
        await page.getByLabel('School name', { exact: true }).check();
        await page.getByLabel('School URN', { exact: true }).check();
        await looksGood(page, 'choice-columns');
        await page.getByRole('button', { name: 'Use these columns' }).click();
        await page.getByRole('link', { name: 'Change the order' }).click();
        await page.getByRole('link', { name: /^Down ?: School name$/ }).click();
        await page.getByLabel('By', { exact: true }).selectOption('School URN');
        await page.getByLabel('Last first: By', { exact: true }).check();
        await looksGood(page, 'choice-order');
        await page.getByRole('button', { name: 'Use this order' }).click();
        await page.getByRole('heading', { name: '2 rows' }).waitFor();
        expect(page.url()).toContain('?kind=transfer&order=-urn&columns=school_urn,school_name');
        await looksGood(page, 'choice-previewed');

        await page.getByRole('button', { name: 'Save this choice' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill(`Transfers ${javaScriptEnabled}`);
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Choice saved').waitFor();
        address = page.url();
        await page.getByRole('button', { name: 'Share' }).click();
        await page.getByLabel('Colleagues').fill(personas.businessSupport.email);
        await looksGood(page, 'choice-share');
        await page.getByRole('button', { name: 'Share' }).click();
        await page.getByText(`Shared with ${personas.businessSupport.email}`).waitFor();
        await looksGood(page, 'choice-saved');

        await page.getByRole('link', { name: 'Get an e-mail when something changes' }).click();
        await page.getByLabel('Monthly').check();
        await looksGood(page, 'choice-e-mails');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('You get an e-mail about changes: monthly').waitFor();
        await page.goto(`${service.url}/exports/subscriptions`);
        await looksGood(page, 'subscriptions');
        await page.getByRole('link', { name: `Change or stop e-mails about Transfers ${javaScriptEnabled}` }).click();
        await page.getByLabel('Never').check();
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('You get no e-mails about this choice').waitFor();
        await page.goto(`${address}/changes?since=0`);
        await page.getByText('2 rows are new').waitFor();
        await looksGood(page, 'choice-changes');
      });

      await visit(browser, { javaScriptEnabled }, async (page) => {
        await signIn(page, personas.businessSupport, `${service.url}/exports/choices`);
        await looksGood(page, 'choice-list');
        await page.getByRole('link', { name: `Transfers ${javaScriptEnabled}` }).click();
        expect(page.url()).toBe(address);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Download CSV file' }).click(),
        ]);
        const [header, ...rows] = parse(readFileSync(await download.path()), { bom: true }) as string[][];
        expect(header).toEqual(['School URN', 'School name']);
        expect(rows.map(([urn]) => urn)).toEqual(['900202', '900201']);
      });
    },
  );

  it.each([true, false])('finds a trust by its name (JavaScript: %s)', (javaScriptEnabled) =>
    visit(browser, { javaScriptEnabled }, async (page) => {
      await signIn(page, personas.dataConsumer, `${service.url}/exports/own`);
      await page.locator('summary', { hasText: 'Trust, joined or left' }).click();
      await page.getByLabel('Trust, joined or left').fill('larkm');
      if (javaScriptEnabled) await page.getByRole('option', { name: /Larkmere Learning Trust/ }).click();
      await page.getByRole('button', { name: 'Show' }).click();
      await page
        .getByText(/Larkmere Learning Trust \(\d{8}\)/)
        .first()
        .waitFor();
      expect(page.url()).toMatch(/\?trust=\d{8}$/);
      await looksGood(page, 'choice-trust');
      await page.getByLabel('Add one more').fill('nobody at all');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('link', { name: 'No trust of any project is called “nobody at all”' }).waitFor();
    }),
  );

  it('says of an address everything that is wrong with it', () =>
    visit(browser, {}, async (page) => {
      await signIn(page, personas.dataConsumer, `${service.url}/exports/own?region=paris&from=2027-05&to=2027-04`);
      await page.getByRole('link', { name: /Region: “paris” cannot be meant/ }).waitFor();
      await page.getByRole('link', { name: 'The last month must be the same as or after the first month' }).waitFor();
      await looksGood(page, 'choice-wrong');
    }));
});
