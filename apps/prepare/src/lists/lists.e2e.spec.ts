import { allLookGood } from '@academies/testing/browser';
import { prepareInABrowser, type PrepareInABrowser } from '../fixtures/browser.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

let prepare: PrepareInABrowser;
beforeAll(async () => {
  prepare = await prepareInABrowser('dataConsumer');
  for (let index = 0; index < 24; index++)
    await prepare.database.have({ academies: [{ urn: `90012${3 + (index % 7)}` }] });
  await prepare.database.have(transferFacts);
});
afterAll(() => prepare?.stop());

describe('Lists in a browser', () => {
  it('can be used by everybody', () =>
    prepare.walk({}, async (page) => {
      await allLookGood(page, [
        ['prepare-conversions', `${prepare.url}/conversions`],
        ['prepare-conversions-filtered', `${prepare.url}/conversions?search=primary&region=london&sort=school&page=2`],
        ['prepare-conversions-none', `${prepare.url}/conversions?search=nothing`],
        ['prepare-transfers', `${prepare.url}/transfers`],
      ]);
    }));

  it('are narrowed, sorted and turned without JavaScript', () =>
    prepare.walk({ javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Search').fill('larkmere');
      await page.getByText('Filter and sort').click();
      await page.getByLabel('Sort by').selectOption('School or academy');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.getByText('Showing 21 to 24 of 24').waitFor();
      expect(new URL(page.url()).searchParams.get('sort')).toBe('school');
      await page.getByRole('link', { name: 'Clear search and filters' }).click();
      await page.getByText('Showing 1 to 20 of 24').waitFor();
    }));
});
