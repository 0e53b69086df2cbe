import { personas } from '@academies/identity';
import { eventually } from '@academies/testing';
import { type Browser, looksGood, type Page, signIn, startWithBrowser, visit, ways } from '@academies/testing/browser';
import { parse } from 'csv-parse/sync';
import { type System, startSystem } from '@academies/testing/system';

let system: System;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await startWithBrowser(startSystem);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

interface Visit {
  readonly width: number;
  readonly javaScriptEnabled: boolean;
  readonly name: string;
}

/** Signs a person in at a service in a browser of their own, and walks. */
const as = <Found>(
  who: keyof typeof personas,
  url: string,
  { width, javaScriptEnabled }: Visit,
  walk: (page: Page) => Promise<Found>,
) =>
  visit(browser, { viewport: { width, height: 900 }, javaScriptEnabled }, async (page) => {
    await signIn(page, personas[who], url);
    return walk(page);
  });

/** Step 2: a delivery officer records an approval; answers the address of the project in Complete. */
const approve = (id: string, how: Visit) =>
  as('deliveryOfficer', `${system.at('prepare')}/conversions`, how, async (page) => {
    const good = (step: string) => looksGood(page, `prepare-${step}-${how.name}`);
    const next = () => page.getByRole('button', { name: 'Continue' }).click();
    await good('conversions');
    await page.goto(`${system.at('prepare')}/projects/${id}`);
    await good('project');
    await page.getByRole('button', { name: 'Record a decision' }).click();
    await good('outcome');
    await next();
    await page.getByRole('link', { name: 'Select the decision' }).waitFor();
    await good('outcome-missing');
    await page.getByLabel('Approved', { exact: true }).check();
    await next();
    await page.getByLabel('Regional director for the region').check();
    await good('decided-by');
    await next();
    await page.getByLabel('Full name').fill('Imogen Vale');
    await good('name');
    await next();
    for (const [part, value] of [
      ['Day', '31'],
      ['Month', '9'],
      ['Year', '2026'],
    ] as const)
      await page.getByLabel(part).fill(value);
    await next();
    await page.getByRole('alert').waitFor();
    await good('date-that-is-none');
    await page.getByLabel('Day').fill('30');
    await next();
    if (page.url().endsWith('/academy-order-date')) await next();
    await good('check');
    await page.getByRole('button', { name: 'Record this decision' }).click();
    await page.waitForURL('**/decision/recorded');
    await good('recorded');
    await page.goto(`${system.at('prepare')}/projects/${id}`);
    const link = page
      .locator('main')
      .locator(`a[href^="${system.at('complete')}/projects/"]`)
      .first();
    await eventually(async () => (await page.reload(), (await link.count()) > 0), { every: 100 });
    await good('created');
    return (await link.getAttribute('href')) ?? '';
  });

/** Step 3: a regional delivery officer takes the project over. */
const takeOver = (address: string, how: Visit) =>
  as('regionalDeliveryOfficer', `${system.at('complete')}/handover`, how, async (page) => {
    const good = (step: string) => looksGood(page, `complete-${step}-${how.name}`);
    await good('handover');
    await page.goto(address);
    await good('project');
    await page.getByRole('button', { name: 'Add handover details' }).click();
    await good('check');
    await page.getByRole('button', { name: 'Yes, continue' }).click();
    await page.getByRole('group', { name: 'Will Regional Casework Services' }).getByLabel('No').check();
    for (const party of ['school', 'incoming trust'])
      await page.getByLabel(`SharePoint link of the ${party}`).fill('https://educationgovuk.sharepoint.com/sites/one');
    await page.getByRole('group', { name: '2RI' }).getByLabel('Yes').check();
    // The school is in another region than the officer, who is asked again.
    await page.getByLabel('Yes, take it over').check();
    await good('details');
    await page.getByRole('button', { name: 'Complete the handover' }).click();
    await page.waitForURL(address);
    await page.getByText('Handover details added').waitFor();
    await good('active');
    await page.goto(`${system.at('complete')}/projects/yours`);
    expect(await page.locator(`a[href$="${new URL(address).pathname}"]`).count()).toBeGreaterThan(0);
    await good('yours');
  });

/** Step 4: a data consumer downloads a file; answers its rows. */
const download = (path: string, how: Visit) =>
  as('dataConsumer', `${system.at('reporting')}/exports`, how, async (page) => {
    await looksGood(page, `reporting-exports-${how.name}`);
    await page.goto(`${system.at('reporting')}/exports/rpa-sug-and-fa-letters`);
    await looksGood(page, `reporting-report-${how.name}`);
    const response = await page.request.get(`${system.at('reporting')}${path}`);
    expect(response.status()).toBe(200);
    return parse<Record<string, string>>(await response.body(), { columns: true, bom: true });
  });

describe('From the approval to the CSV file, in a browser', () => {
  it.each(
    ways(
      ['1001', { name: 'desktop', width: 1280, javaScriptEnabled: true }] as const,
      ['1013', { name: 'phone', width: 375, javaScriptEnabled: true }] as const,
      ['1037', { name: 'without-javascript', width: 1280, javaScriptEnabled: false }] as const,
    ),
  )('project %s is approved, taken over and downloaded: %j', async (id, how) => {
    const address = await approve(id, how);
    await takeOver(address, how);
    const row = await eventually(
      async () => {
        const rows = await download('/exports/rpa-sug-and-fa-letters.csv?from=2026-01&to=2029-12&headings=names', how);
        const all = await download('/exports/all-data.csv?headings=names', how);
        const whole = all.find(({ project_reference }) => project_reference?.startsWith(`${id}/`));
        const row = rows.find(({ school_urn }) => school_urn === whole?.['school_urn']);
        expect(whole).toMatchObject({
          handover_state: 'created',
          complete_state: 'active',
          link_to_project: address,
        });
        return row ?? false;
      },
      { every: 250 },
    );
    expect(row).toMatchObject({
      advisory_board_date: '2026-09-30',
      confirmed_conversion_date: 'unconfirmed',
      academy_urn: 'unconfirmed',
      two_requires_improvement: 'yes',
      all_conditions_met: 'unconfirmed',
      assigned_to_email: personas.regionalDeliveryOfficer.email,
      managing_team: 'London',
    });
  });

  it('a caseworker gets a 403 page at the exports', () =>
    as(
      'caseworker',
      `${system.at('reporting')}/exports`,
      { name: 'caseworker', width: 1280, javaScriptEnabled: true },
      async (page) => {
        expect((await page.goto(`${system.at('reporting')}/exports`))?.status()).toBe(403);
        await looksGood(page, 'reporting-403');
      },
    ));
});
