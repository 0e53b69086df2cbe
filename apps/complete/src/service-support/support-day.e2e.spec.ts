import type { CompleteProject, LocalAuthority } from '@academies/contracts';
import { personas } from '@academies/identity';
import { hashesOf, personHash } from '@academies/erasing';
import { looksGood, type Page, ways } from '@academies/testing/browser';
import { v7 } from 'uuid';
import { type CompleteInABrowser, completeInABrowser } from '../fixtures/browser.spec.ts';

const developmentKey = 'development-only-key-of-the-erased-people';
const { caseworker: casey, teamLeader: tilda } = personas;
const header = 'code,name,address_1,address_2,address_3,address_town,address_county,address_postcode,director_name';
const marrowby: LocalAuthority = {
  code: '911',
  name: 'Marrowby',
  address: { line1: 'Civic House', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 1AA' },
  directorOfChildrensServices: { name: 'Odette Farrow', role: 'Director', email: 'odette.farrow@marrowby.example' },
};

let fixture: CompleteInABrowser;
beforeAll(async () => {
  fixture = await completeInABrowser();
  const { service } = fixture;
  const academy = { type: { code: '34', name: 'Academy converter' }, status: { code: '4', name: 'Proposed to open' } };
  await service.register({ urn: '900123' }, { urn: '900501', name: 'Larkmere Academy', ...academy });
  for (const who of ['caseworker', 'teamLeader'] as const) await service.as(who);
});
afterAll(() => fixture?.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click();
const told = (page: Page, words: string) => page.getByRole('alert').getByText(words).waitFor();

/** It empties a postcode and a director, and brings a new authority. */
const paste = (page: Page) =>
  page
    .getByRole('textbox', { name: 'The file' })
    .fill(`${header}\n911,Marrowby Council,Civic House,,,Marrowby,,,\n912,Larkney,,,,,,,\n`);

/** What service support does in a day, each from the page where the step before ended. */
const day: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'enters the URN of an academy that the register offers': async (page) => {
    await follow(page, /^Enter , academy URN of/);
    await page.getByLabel('Larkmere Academy').check();
    await press(page, 'Save');
    await told(page, 'Academy URN saved');
    await page.getByText('No academy waits for its URN').waitFor();
  },
  'hands the projects of somebody on and deactivates them': async (page) => {
    await follow(page, 'People');
    await follow(page, /^Deactivate Casey Workwise/);
    await page.getByText('They run 1 active project.').waitFor();
    await press(page, 'Hand on and deactivate');
    await page.getByRole('link', { name: 'Select who takes their projects' }).waitFor();
    await page.getByLabel('Who takes their projects?').selectOption(tilda.email);
    await press(page, 'Hand on and deactivate');
    await told(page, 'Casey Workwise was deactivated');
  },
  'lets them in again': async (page) => {
    await follow(page, 'Inactive');
    await follow(page, /^Activate Casey Workwise/);
    await press(page, 'Activate');
    await told(page, 'Casey Workwise is active again');
  },
  'mends the director of a local authority': async (page) => {
    await follow(page, 'Local authorities');
    await follow(page, 'Marrowby');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel('Name of the director').fill('Ottilie Farrow');
    await press(page, 'Save');
    await told(page, 'Local authority saved');
    await page.getByText('Edited by hand').waitFor();
    await page.getByRole('link', { name: 'Back', exact: true }).click();
  },
  'sees what a file would change and empty before it is imported': async (page) => {
    await follow(page, 'Import local authorities');
    await paste(page);
    await press(page, 'Show what would change');
    await page.getByText('1 would change, 0 stay as they are, 1 are kept since they were edited by hand').waitFor();
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await paste(page);
    await page.getByLabel('Also take what was edited by hand').check();
    await press(page, 'Show what would change');
    await page.getByText('2 would change').waitFor();
    await page.getByText('Emptied').first().waitFor();
    await looksGood(page, 'complete-import-plan');
    expect(await authorities()).toEqual([['911', 'Marrowby']]);
    await press(page, 'Import these changes');
    await told(page, '2 local authorities were changed');
    await page.getByRole('link', { name: 'Marrowby Council' }).waitFor();
  },
  'asks to erase a person, who is needed, then another': async (page) => {
    await follow(page, 'Erase a person');
    await page.locator('main').getByRole('button', { name: 'Erase a person' }).click();
    await page.getByLabel('E-mail addresses').fill(tilda.email);
    await page.getByLabel('Your reference').fill('Request 12');
    await press(page, 'Look for this person');
    await page.getByText('they are assigned to it').first().waitFor();
    await page.getByLabel('E-mail addresses').fill('ottilie.farrow@marrowby.example');
    await page.getByLabel('Names').fill('Ottilie Farrow');
    await looksGood(page, 'complete-erase-ask');
    await press(page, 'Look for this person');
    await told(page, 'Every service is looking for this person');
    await looksGood(page, 'complete-erase-request');
  },
  'takes the name of somebody who was erased out of a note': async (page) => {
    await page.goto(new URL(await aTextToJudge(), page.url()).href);
    await looksGood(page, 'complete-erased-texts');
    await press(page, 'Take the name out');
    await told(page, 'The name is being taken out of this text');
    await page.getByText('No text here waits for you').waitFor();
  },
};

/** A note that names somebody who was erased everywhere else; answers the page that shows it. */
async function aTextToJudge(): Promise<string> {
  const { ask } = fixture.service;
  const [erasure, note, key] = [v7(), v7(), developmentKey];
  const text = 'Ottilie Farrow rang. She is glad, says Farrow.';
  const person = hashesOf(key, { names: ['Ottilie Farrow'], emails: [], phones: [] });
  await ask(
    `insert into note (id, project_id, author_email, author_name, text, written_at)
     select ?, id, 'a@education.gov.uk', 'Ann', ?, now() from project limit 1`,
    [note, text],
  );
  await ask(
    `insert into erasure (id, person, sought_at, confirmed_at, looked_at, walked_at, done_at)
     values (?, ?, now(), now(), now(), now(), now())`,
    [erasure, JSON.stringify(person)],
  );
  await ask('insert into erasure_text (erasure, hash, place) values (?, ?, ?)', [
    erasure,
    personHash(key, 'text', text).hash,
    JSON.stringify({ table: 'note', column: 'text', key: { id: note } }),
  ]);
  return `/service-support/erased/${erasure}/texts`;
}

const authorities = async () =>
  (await fixture.service.ask<{ document: LocalAuthority }>('select document from local_authority order by code')).map(
    ({ document: { code, name } }) => [code, name],
  );

describe.each(
  ways(
    ['at a desk', { javaScriptEnabled: true, width: 1280 }] as const,
    ['on a phone, without JavaScript', { javaScriptEnabled: false, width: 360 }] as const,
  ),
)('Service support %s', (_, { javaScriptEnabled, width }) => {
  it('mends what belongs to nobody else', async () => {
    const { service, walk } = fixture;
    await service.ask('update project set document = document || \'{"state": "deleted"}\'');
    await service.ask('delete from local_authority');
    await service.ask(`insert into local_authority (code, document) values ('911', ?)`, [JSON.stringify(marrowby)]);
    const assignedTo = { email: casey.email, name: casey.name };
    const project = await service.aProject({ state: 'active', team: 'regional_casework_services', assignedTo });
    const before = (await service.events()).length;
    const walked = async (page: Page) => {
      for (const step of Object.values(day)) await step(page);
    };
    await walk('serviceSupport', javaScriptEnabled, walked, { width, at: '/service-support/academy-urns' });
    expect((await service.projectOf(project.id)) as CompleteProject).toMatchObject({
      academyUrn: '900501',
      assignedTo: { email: tilda.email },
    });
    expect(await authorities()).toEqual([
      ['911', 'Marrowby Council'],
      ['912', 'Larkney'],
    ]);
    const published = (await service.events())
      .slice(before)
      .filter(({ type }) => !type.startsWith('erasure.'))
      .map(({ type, subject }) => [type, subject]);
    const [changed, authority] = ['complete.project.changed.v1', 'complete.local-authority.changed.v1'];
    expect(published).toEqual([
      [changed, project.id],
      [changed, project.id],
      ...['911', '911', '912'].map((code) => [authority, code]),
    ]);
  });
});
