import { personas } from '@academies/identity';
import {
  allLookGood,
  type Browser,
  looksGood,
  manners,
  signIn,
  startWithBrowser,
  visit,
} from '@academies/testing/browser';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { approved, created } from '../fixtures/events.spec.ts';
import { aReportingService, type ReportingService } from '../fixtures/test-service.spec.ts';
import { activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';

const { dataConsumer, deliveryOfficer, caseworker } = personas;

describe('The exports pages in a browser', () => {
  let service: ReportingService;
  let browser: Browser;
  beforeAll(async () => {
    [service, browser] = await startWithBrowser(aReportingService);
    await service.database.apply(approved(anApprovedConversion()), created(activeInComplete()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('can be used by everybody', () =>
    visit(browser, {}, async (page) => {
      await signIn(page, dataConsumer, `${service.url}/exports`);
      await looksGood(page, 'exports');
      await allLookGood(
        page,
        ['all-data', 'rpa-sug-and-fa-letters', 'columns', 'announced', 'help'].map((path) => [
          `exports-${path}`,
          `${service.url}/exports/${path}`,
        ]),
      );
    }));

  it.each(manners)('lead from a period to its file (JavaScript: %s)', (javaScriptEnabled) =>
    visit(browser, { javaScriptEnabled }, async (page) => {
      await signIn(page, dataConsumer, `${service.url}/exports`);
      await page.getByRole('link', { name: 'RPA, SUG and FA letters' }).click();
      await page.getByTestId('count').waitFor();
      await looksGood(page, 'exports-report');
      const choose = async (which: 'first' | 'last', month: string) => {
        await page.getByLabel(which === 'first' ? 'First month' : 'Last month', { exact: true }).selectOption(month);
        await page.getByLabel(`Year of the ${which} month`).selectOption('2027');
      };
      await page.getByLabel('Other months').check();
      await choose('first', 'May');
      await choose('last', 'April');
      await page.getByRole('button', { name: 'Download CSV file' }).click();
      await page.getByRole('link', { name: 'The last month must be the same as or after the first month' }).waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      await looksGood(page, 'exports-wrong-period');

      await choose('first', 'April');
      await page.getByRole('button', { name: 'Show what is in the file' }).click();
      await page.getByRole('heading', { name: '1 row in April 2027' }).waitFor();
      expect(await page.getByRole('table').getByRole('row').count()).toBe(2);
      await looksGood(page, 'exports-report-previewed');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV file' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('2027-04-01-2027-04-30_rpa_sug_and_fa_letters.csv');
      expect(parse(readFileSync(await download.path()), { bom: true })).toHaveLength(2);

      await page.goto(`${service.url}/check`);
      await looksGood(page, 'check');
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('link', { name: 'Choose a file, or enter its SHA-256' }).waitFor();
      await page.getByLabel('File', { exact: true }).setInputFiles(await download.path());
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('heading', { name: 'This is a whole file of this service' }).waitFor();
      await looksGood(page, 'check-found');
      await page.goto(`${service.url}/check?hash=${'0'.repeat(64)}`);
      await looksGood(page, 'check-not-found');
      const { rows } = await service.database.client.query('select id from download order by started_at desc limit 1');
      await page.goto(`${service.url}/downloads/${rows[0].id}`);
      await looksGood(page, 'download');
      await page.goto(`${service.url}/exports/rpa-sug-and-fa-letters`);

      await page.getByLabel('Find a column').fill('risk protection');
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('columns have “risk protection”').waitFor();
      await page.goto(`${service.url}/exports/rpa-sug-and-fa-letters`);
      await page.getByLabel('The one I took last time').check();
      await page.getByRole('button', { name: 'Show what is in the file' }).click();
      await page.getByRole('heading', { name: '1 row in April 2027' }).waitFor();
    }),
  );

  it('show a caseworker that they are for others', () =>
    visit(browser, {}, async (page) => {
      await signIn(page, caseworker, `${service.url}/exports`);
      await page.getByRole('heading', { name: 'You cannot see or do this' }).waitFor();
      await looksGood(page, 'exports-forbidden');
    }));

  it("bring a delivery officer straight to Prepare's reports", () =>
    visit(browser, {}, async (page) => {
      await signIn(page, deliveryOfficer, service.url);
      await page.getByRole('heading', { name: 'Conversions in Prepare' }).waitFor();
    }));
});
