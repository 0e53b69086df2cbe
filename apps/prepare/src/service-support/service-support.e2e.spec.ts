import { looksGood } from '@academies/testing/browser';
import { haveApproved } from '../fixtures/approved.spec.ts';
import { prepareInABrowser } from '../fixtures/browser.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

describe('Approvals without an answer, in a browser', () => {
  it('have a page that everybody can use, and are sent again without JavaScript', async () => {
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
});
