import { anOfficer, PreparedProjectDeleted, type CompleteProject } from '@academies/contracts';
import { personas } from '@academies/identity';
import { type Browser, launchBrowser, looksGood, signIn, visit } from '@academies/testing/browser';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { aReportingService, type ReportingService } from '../fixtures/test-service.spec.ts';

const { caseworker, dataConsumer, serviceSupport, teamLeader } = personas;

describe('History, quality and usage in a browser', () => {
  let service: ReportingService;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    service = await aReportingService();
    const { apply, client } = service.database;
    const another = { id: '1050', academies: [{ urn: '900150' }] };
    const theirs: Partial<CompleteProject> = {
      significantDate: '2026-10-01',
      assignedTo: { name: caseworker.name, email: caseworker.email },
      team: 'regional_casework_services',
    };
    await apply(...theRegister, approved(anApprovedConversion()), started(aConversion(another)));
    await client.query(`update journal set received_at = '2026-10-31T12:00:00Z'`);
    await apply(
      created(activeInComplete(theirs)),
      received(PreparedProjectDeleted, { project: aConversion({ ...another, deleted: true }), by: anOfficer }),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it.each([true, false])(
    'lead a caseworker from a finding to what mends it, or set it aside (JavaScript: %s)',
    (javaScriptEnabled) =>
      visit(browser, { javaScriptEnabled }, async (page) => {
        await signIn(page, caseworker, `${service.url}/quality`);
        if (javaScriptEnabled) await looksGood(page, 'quality');
        await page.getByRole('link', { name: 'Findings in your projects' }).click();
        const mend = page.getByRole('link', { name: /^Mend it ?: There is no main contact/ });
        expect(await mend.getAttribute('href')).toMatch(
          /^https:\/\/complete\.example\/projects\/.+\/tasks\/main_contact$/,
        );
        if (javaScriptEnabled) await looksGood(page, 'quality-findings');
        const title = javaScriptEnabled ? 'There is no headteacher' : 'There is no main contact';
        await page.getByRole('link', { name: new RegExp(`^Set aside ?: ${title}`) }).click();
        await page.getByRole('button', { name: 'Set aside' }).click();
        await page.getByRole('link', { name: 'Enter why nothing is to be mended' }).waitFor();
        if (javaScriptEnabled) await looksGood(page, 'quality-set-aside');
        await page.getByLabel('Why is nothing to be mended?').fill('The post is vacant');
        await page.getByRole('button', { name: 'Set aside' }).click();
        await page.getByText('The finding is set aside').waitFor();
        await page.getByText('The post is vacant').waitFor();
      }),
  );

  it('show a team leader the quality of a team, and how it went', () =>
    visit(browser, {}, async (page) => {
      await signIn(page, teamLeader, `${service.url}/quality`);
      await page.getByLabel('Team').selectOption('Regional Casework Services');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByText('How many there were each morning').waitFor();
      const row = page.getByRole('row', { name: 'The date has passed and is still provisional' });
      expect(await row.getByRole('cell').first().textContent()).toBe('1');
      await row.getByRole('link').click();
      await page.getByText('1 finding of Regional Casework Services').waitFor();
      expect(await page.getByRole('link', { name: /^Set aside/ }).count()).toBe(0);
    }));

  it.each([true, false])(
    'show a data consumer what changed, and where a value came from (JavaScript: %s)',
    (javaScriptEnabled) =>
      visit(browser, { javaScriptEnabled }, async (page) => {
        await signIn(page, dataConsumer, `${service.url}/exports/all-data`);
        await page.getByRole('link', { name: 'What changed between two days' }).click();
        await page.getByRole('button', { name: 'Compare' }).click();
        await page.getByRole('link', { name: 'Enter the first day' }).waitFor();
        const day = page.getByRole('group', { name: 'From the end of this day' });
        for (const [part, value] of [
          ['Day', '31'],
          ['Month', '10'],
          ['Year', '2026'],
        ] as const)
          await day.getByLabel(part, { exact: true }).fill(value);
        await page.getByRole('button', { name: 'Compare' }).click();
        await page.getByText('1 row is gone').waitFor();
        if (javaScriptEnabled) await looksGood(page, 'compare');
        const file = (name: string) =>
          Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]).then(([download]) =>
            download.suggestedFilename(),
          );
        expect(await file('Download these changes')).toMatch(/_all_data_changes_since_2026-10-31\.csv$/);
        expect(await file('Download the file as at 31 October 2026')).toMatch(/_all_data_as_at_2026-10-31\.csv$/);
        await page.getByRole('link', { name: 'Larkmere Primary School' }).first().click();
        await page.getByText('The project was created in Complete').first().waitFor();
        if (javaScriptEnabled) await looksGood(page, 'where-from');
        await page.getByRole('link', { name: 'State in Complete', exact: true }).click();
        await page.getByText('Before: not yet').waitFor();
        if (javaScriptEnabled) await looksGood(page, 'where-from-values');
      }),
  );

  it('take feedback in two clicks, and show it to service support with the downloads and how far rows are built', async () => {
    await visit(browser, {}, async (page) => {
      await signIn(page, dataConsumer, `${service.url}/exports/all-data`);
      await page.getByRole('link', { name: 'Give feedback on this report' }).click();
      await looksGood(page, 'feedback');
      await page.getByRole('button', { name: 'Send feedback' }).click();
      await page.getByText('Your feedback was sent').waitFor();
    });
    await visit(browser, {}, async (page) => {
      await signIn(page, serviceSupport, `${service.url}/usage`);
      await page.getByText('All data: It has what I need').waitFor();
      await looksGood(page, 'usage');
      await page.getByRole('link', { name: 'Every download' }).click();
      await looksGood(page, 'usage-downloads');
      await page.goto(`${service.url}/rebuild`);
      await page.getByText('Files are read from it').waitFor();
      await looksGood(page, 'rebuild');
    });
  });
});
