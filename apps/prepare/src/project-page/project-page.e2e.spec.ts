import { personas } from '@academies/identity';
import { allLookGood, looksGood, manners } from '@academies/testing/browser';
import { transferFacts } from '../fixtures/test-database.spec.ts';
import { prepareInABrowser, type PrepareInABrowser } from '../fixtures/browser.spec.ts';

let prepare: PrepareInABrowser;
let conversion: string;
let transfer: string;
beforeAll(async () => {
  prepare = await prepareInABrowser('deliveryOfficer');
  conversion = await prepare.database.have({ assignedTo: null });
  transfer = await prepare.database.have(transferFacts);
});
afterAll(() => prepare?.stop());

describe('A project in a browser', () => {
  it('has pages that everybody can use', () =>
    prepare.walk({}, async (page) => {
      await allLookGood(page, [
        ['prepare-project', `${prepare.url}/projects/${conversion}`],
        ['prepare-transfer', `${prepare.url}/projects/${transfer}`],
        ['prepare-case', `${prepare.url}/projects/${conversion}/case`],
        ['prepare-proposed-decision-date', `${prepare.url}/projects/${conversion}/proposed-decision-date`],
        ['prepare-incoming-trust', `${prepare.url}/projects/${conversion}/incoming-trust`],
      ]);
    }));

  it.each(manners)('takes an incoming trust out of the register (JavaScript: %s)', (javaScriptEnabled) =>
    prepare.walk({ javaScriptEnabled, viewport: { width: 360, height: 900 } }, async (page) => {
      // The script that suggests comes when somebody has begun to type.
      const { promise: hasBegun, resolve: begin } = Promise.withResolvers<void>();
      await page.route('**/register-search.js', (route) => hasBegun.then(() => route.continue()));
      await page.goto(`${prepare.url}/projects/${conversion}/incoming-trust`);
      const search = page.locator('#incomingTrust_search');
      await search.fill(javaScriptEnabled ? 'Old Mill' : 'old mill');
      begin();
      if (javaScriptEnabled) await page.getByRole('option').first().click();
      else {
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('One trust found').waitFor();
        await page.getByLabel('Old Mill Trust').check();
      }
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(`${prepare.url}/projects/${conversion}`);
      expect(await page.getByText('Old Mill Trust').count()).toBeGreaterThan(0);
    }),
  );

  it('shows both answers, side by side, when two people changed one', () =>
    prepare.walk({}, async (page) => {
      const case_ = `${prepare.url}/projects/${conversion}/case`;
      const other = await page.context().newPage();
      for (const tab of [page, other]) await tab.goto(case_);
      await page.getByLabel('Rationale').fill('The school is small.\n\nThe trust runs six schools nearby.');
      await page.getByLabel('Risks').fill('The roof');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Rationale, benefits and risks saved').waitFor();
      await other.getByLabel('Rationale').fill('The school is small, and its head retires.');
      await other.getByRole('button', { name: 'Save' }).click();
      await other.getByRole('heading', { name: 'Dara Officerly saved, and what you entered' }).waitFor();
      expect(await other.getByLabel('Risks').inputValue()).toBe('The roof');
      await looksGood(other, 'prepare-case-collision');
      await other.close();
    }));

  it('shows how far each section is, and leads to it', () =>
    prepare.walk({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${prepare.url}/projects/${conversion}`);
      const task = page.locator('.govuk-task-list__item', { hasText: 'Assigned person' });
      expect(await task.textContent()).toContain('Not started');
      await task.getByRole('link').click();
      await page.getByLabel('Name').selectOption(personas.deliveryOfficer.email);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(`${prepare.url}/projects/${conversion}`);
      expect(await task.textContent()).toContain('Completed');
    }));
});
