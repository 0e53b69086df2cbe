import { looksGood } from '@academies/testing/browser';
import { haveApproved, haveInComplete } from '../fixtures/approved.spec.ts';
import { prepareInABrowser } from '../fixtures/browser.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

describe('Service support, in a browser', () => {
  it('has a page for approvals without an answer that everybody can use, and sends them again without JavaScript', async () => {
    const support = await prepareInABrowser('serviceSupport');
    const conversion = await haveApproved(support.database);
    await haveApproved(support.database, transferFacts);
    await support.walk({}, async (page) => {
      await page.goto(`${support.url}/service-support/unanswered-approvals`);
      await looksGood(page, 'prepare-unanswered-approvals');
    });
    await support.walk({ javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'Service support' }).click();
      await page.getByRole('button', { name: `Send again Larkmere Primary School 123, ${conversion}` }).click();
      await page.getByText('The approval was sent again').waitFor();
      await page.getByRole('button', { name: 'Send all of them again' }).click();
      await page.getByText('2 approvals were sent again').waitFor();
    });
    await support.stop();
  });

  it('corrects a decision that named a wrong trust without JavaScript, on a page that everybody can use', async () => {
    const support = await prepareInABrowser('serviceSupport');
    const id = await haveInComplete(support.database);
    await support.walk({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${support.url}/projects/${id}`);
      await page.getByRole('link', { name: 'This decision named a wrong incoming trust' }).click();
      await looksGood(page, 'prepare-correct-decision');
      await page.getByLabel('Name, UKPRN or trust reference number (TRN)').fill('Old Mill');
      await page.getByLabel('Why was it wrong?').fill('The minutes name Old Mill Trust');
      await page.getByRole('button', { name: 'Correct the decision' }).click();
      await page.getByLabel('Old Mill Trust').check();
      await page.getByRole('button', { name: 'Correct the decision' }).click();
      await page.getByText('The decision was corrected').waitFor();
      await looksGood(page, 'prepare-corrected-decision');
    });
    await support.stop();
  });
});
