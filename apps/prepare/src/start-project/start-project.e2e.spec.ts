import { looksGood } from '@academies/testing/browser';
import { prepareInABrowser, type PrepareInABrowser } from '../fixtures/browser.spec.ts';
import { type Answer, goOn, walkDialogue } from '../fixtures/dialogue.spec.ts';

let prepare: PrepareInABrowser;
beforeAll(async () => void (prepare = await prepareInABrowser('deliveryOfficer')));
afterAll(() => prepare?.stop());

const check =
  (...labels: string[]): Answer =>
  async (page) => {
    for (const label of labels) await page.getByLabel(label).check();
  };
const search = (field: string, text: string): Answer => {
  return async (page) => {
    await page.locator(`#${field}_search`).fill(text);
    await page.getByRole('option').first().click();
  };
};

const conversion: Record<string, Answer> = {
  kind: check('Conversion'),
  school: search('school', '900123'),
  route: check('Yes: voluntary'),
  'new-trust': async (page) => {
    await check('Yes')(page);
    await page.locator('#newTrust').fill('Three Rivers Learning Trust');
  },
};
const transfer: Record<string, Answer> = {
  kind: check('Transfer'),
  'outgoing-trust': search('outgoingTrust', 'Old Mill'),
  academies: check('Mill Lane Academy', 'Weir Academy'),
  'new-trust': check('No'),
  'incoming-trust': search('incomingTrust', '19000042'),
};
const sponsored: Record<string, Answer> = {
  ...conversion,
  school: search('school', '900124'),
  route: check('No: sponsored'),
  'new-trust': check('No'),
  'preferred-trust': async (page) => {
    await check('Yes')(page);
    await search('preferredTrust', '19000042')(page);
  },
};
const optional = ['incoming-trust'];

describe('Starting a project in a browser', () => {
  it.each([
    ['conversion', conversion],
    ['transfer', transfer],
    ['sponsored', sponsored],
  ] as const)('has pages that everybody can use: %s', async (name, steps) => {
    await prepare.walk({}, async (page) => {
      await walkDialogue(page, { name: `start-${name}`, at: `${prepare.url}/start`, steps, optional });
      await goOn(page);
      await page.waitForURL('**/projects/*');
      await looksGood(page, `start-${name}-created`);
    });
  });
});
