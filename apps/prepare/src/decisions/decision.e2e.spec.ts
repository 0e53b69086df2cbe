import { looksGood } from '@academies/testing/browser';
import { prepareInABrowser, type PrepareInABrowser } from '../fixtures/browser.spec.ts';
import { type Answer, goOn, walkDialogue } from '../fixtures/dialogue.spec.ts';

let prepare: PrepareInABrowser;
beforeAll(async () => void (prepare = await prepareInABrowser('deliveryOfficer')));
afterAll(() => prepare?.stop());

const choose =
  (...labels: string[]): Answer =>
  async (page) => {
    for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  };
const write =
  (field: string, text: string): Answer =>
  (page) =>
    page.locator(`#${field}`).fill(text);
const onDay: Answer = async (page) => {
  for (const [part, text] of [
    ['day', '6'],
    ['month', '10'],
    ['year', '2026'],
  ])
    await page.locator(`#date-${part}`).fill(String(text));
};

const approval: Record<string, Answer> = {
  outcome: choose('Approved with conditions'),
  'decided-by': choose('Regional director for the region'),
  conditions: write('conditions', 'The land is agreed first.\nThe trust names a chair.'),
  name: write('deciderName', 'Imogen Vale'),
  date: onDay,
  'academy-order-date': async () => {},
};
const revocation: Record<string, Answer> = {
  outcome: choose('DAO revoked'),
  confirmations: async (page) => {
    for (const box of await page.getByRole('checkbox').all()) await box.check();
  },
  reasons: async (page) => {
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox').first().fill('It closes in July');
  },
  name: write('deciderName', 'A Minister'),
  date: onDay,
};

describe('Recording a decision in a browser', () => {
  it.each([
    ['approval', approval, '900123'],
    ['revocation', revocation, '900125'],
  ] as const)('has pages that everybody can use: %s', async (name, steps, urn) => {
    const route = name === 'approval' ? 'voluntary' : 'sponsored';
    const id = await prepare.database.have({ academies: [{ urn }], route });
    const at = `${prepare.url}/projects/${id}/decision`;
    await prepare.walk({}, async (page) => {
      await walkDialogue(page, { name: `decision-${name}`, at, steps, optional: ['academy-order-date'] });
      await goOn(page);
      await page.waitForURL('**/decision/recorded');
      await looksGood(page, `decision-${name}-recorded`);
    });
  });
});
