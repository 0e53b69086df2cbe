import type { CompleteProject } from '@academies/contracts';
import { type Page, ways } from '@academies/testing/browser';
import { type CompleteInABrowser, completeInABrowser } from './fixtures/browser.spec.ts';

let fixture: CompleteInABrowser;
const assignedTo = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };

beforeAll(async () => {
  fixture = await completeInABrowser();
  await fixture.service.register({ urn: '900123' });
});
afterAll(() => fixture?.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
const told = (page: Page, words: string) => page.getByRole('alert').getByText(words).waitFor();

/** The steps of a day, as somebody with the project open takes them. */
const day: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'adds the headteacher from the task that asks for one': async (page) => {
    await follow(page, "Confirm the headteacher's details");
    await follow(page, 'Add a contact');
    await page.getByLabel('Headteacher').check();
    await press(page, 'Continue');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ms Petra Lindley');
    await page.getByLabel('Email address').fill('petra.lindley@larkmere.example');
    await press(page, 'Save contact');
    await told(page, 'Contact saved');
    expect(await page.getByRole('radio', { name: 'Petra Lindley' }).isChecked()).toBe(true);
    await press(page, 'Save and return');
    await page.getByText('saved already, as you see it').waitFor();
  },
  'confirms the date at the kick-off': async (page) => {
    await follow(page, 'External stakeholder kick-off');
    await page.getByLabel('Hold the meeting').check();
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('2027');
    await press(page, 'Save and return');
    await told(page, 'Task saved');
    await page.getByText('May 2027, confirmed').waitFor();
  },
  'changes the date, with its reason': async (page) => {
    await follow(page, 'Dates');
    await press(page, 'Change the conversion date');
    await page.getByLabel('Month').fill('9');
    await page.getByLabel('Year').fill('2027');
    await press(page, 'Continue');
    await page.getByLabel('Land', { exact: true }).check();
    await page.locator('#reasons_land_detail').fill('The lease is not signed.');
    await press(page, 'Change the date');
    await told(page, 'Date changed');
    await page.getByText('The lease is not signed.').waitFor();
  },
  'writes a note': async (page) => {
    await follow(page, 'Notes');
    await press(page, 'Add a note');
    await page.getByLabel('Note').fill('The solicitor called.\nShe calls again on Monday.');
    await press(page, 'Save note');
    await told(page, 'Note saved');
  },
  'holds the project and goes on': async (page) => {
    await follow(page, 'Tasks');
    await follow(page, 'Put this project on hold');
    await page.getByLabel('Why is the project on hold?').fill('The land transfer waits.');
    await press(page, 'Put on hold');
    await page.getByText('On hold since 20 October 2026').waitFor();
    await follow(page, 'End the hold');
    await page.getByLabel('Yes, the project is no longer on hold').check();
    await press(page, 'End the hold');
    await told(page, 'no longer on hold');
  },
  'sees what is missing before it can be completed': async (page) => {
    await follow(page, 'Complete this project');
    await page.getByRole('link', { name: 'Enter the date the academy opened' }).waitFor();
    await follow(page, 'Back to the project');
  },
  'finds all of it in the history': async (page) => {
    await follow(page, 'History');
    for (const said of ['The land transfer waits.', 'Petra Lindley', 'She calls again on Monday'])
      await page.getByText(said).first().waitFor();
  },
};

describe.each(
  ways(
    ['at a desk', { javaScriptEnabled: true, width: 1280 }] as const,
    ['on a phone, without JavaScript', { javaScriptEnabled: false, width: 360 }] as const,
  ),
)('A caseworker %s', (_, { javaScriptEnabled, width }) => {
  it('does a day of work on a project', async () => {
    const { service, walk } = fixture;
    await service.ask('update project set document = document || \'{"state": "deleted"}\'');
    const project: CompleteProject = await service.aProject({
      state: 'active',
      team: 'regional_casework_services',
      assignedTo,
    });
    const walked = async (page: Page) => {
      await page.goto(`${service.url}/projects/${project.id}`);
      for (const step of Object.values(day)) await step(page);
    };
    await walk('caseworker', javaScriptEnabled, walked, { width });
    const after = (await service.projectOf(project.id)) as CompleteProject;
    expect(after).toMatchObject({ significantDate: '2027-09-01', dateConfirmed: true, onHold: null });
    expect(after.keyContacts.headteacher).toBe(after.contacts[0]?.id);
    expect(await service.ask('select from note where project_id = ?', [project.id])).toHaveLength(1);
  });
});
