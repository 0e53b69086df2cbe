import { jest } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { CompleteProject } from '@academies/contracts';
import { personas } from '@academies/identity';
import { type Browser, launchBrowser } from '@academies/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { completeGround, type Ground } from './ground.spec.ts';

jest.setTimeout(60_000);

let ground: Ground;
let browser: Browser;
let arrived: CompleteProject;
beforeAll(async () => {
  [ground, browser] = await Promise.all([completeGround(), launchBrowser()]);
  await ground.register({ urn: '900123' }, { urn: '900124', name: 'Ashdown Primary School' });
  arrived = await ground.aProject({ urn: '900123' });
  await ground.aProject({ urn: '900125', prepareId: '9', state: 'active', team: 'regional_casework_services' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await ground?.stop();
});

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 800 } };

async function visit(options: BrowserContextOptions, who: keyof typeof personas, walk: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: widths.desktop, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const refused: string[] = [];
  page.on(
    'console',
    (message) => /Content.Security.Policy|violates/i.test(message.text()) && refused.push(message.text()),
  );
  page.on('pageerror', (error) => refused.push(error.message));
  try {
    await page.goto(ground.url);
    await page.getByRole('button', { name: `Sign in as ${personas[who].name}` }).click();
    await page.waitForURL(`${ground.url}/**`);
    await walk(page);
    expect(refused).toEqual([]);
  } finally {
    await context.close();
  }
}

/** WCAG 2.2 AA, nothing wider than the window, and a picture where SCREENSHOTS names a folder. */
async function isGood(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules('region') // GOV.UK places the back link before main on purpose
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const pages = (id: string) => [
  ['yours', '/projects/yours'],
  ['handover', '/handover'],
  ['project', `/projects/${id}`],
  ['check', `/projects/${id}/handover/check`],
  ['details', `/projects/${id}/handover/details`],
  ['in-progress', '/projects/in-progress?type=conversions&search=school'],
  ['unassigned', '/projects/team/unassigned?team=regional_casework_services'],
  ['rejected', '/service-support/rejected-handovers'],
  ['dead-letters', '/service-support/dead-letters'],
];

describe('In a browser', () => {
  it.each(Object.entries(widths))('every page can be used by everybody (%s)', (size, viewport) =>
    visit({ viewport }, 'serviceSupport', async (page) => {
      for (const [name, path] of pages(arrived.id)) {
        await page.goto(ground.url + path);
        await isGood(page, `${name}-${size}`);
      }
      await page.goto(`${ground.url}/projects/${arrived.id}/handover/details`);
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.getByRole('alert').waitFor();
      await isGood(page, `details-errors-${size}`);
    }),
  );

  it.each([true, false])('a project is taken over (JavaScript: %s)', async (javaScriptEnabled) => {
    const project = await ground.aProject({ urn: '900124', prepareId: javaScriptEnabled ? '11' : '12' });
    await visit({ javaScriptEnabled }, 'regionalDeliveryOfficer', async (page) => {
      await page.getByRole('link', { name: 'Handover', exact: true }).click();
      await page.getByRole('link', { name: 'Ashdown Primary School' }).click();
      await page.getByRole('button', { name: 'Add handover details' }).click();
      await page.getByRole('button', { name: 'Yes, continue' }).click();
      await page.getByRole('group', { name: 'Will Regional Casework Services' }).getByLabel('No').check();
      const link = 'https://educationgovuk.sharepoint.com/sites/one';
      await page.getByLabel('SharePoint link of the school').fill(link);
      await page.getByLabel('SharePoint link of the incoming trust').fill('https://example.com');
      await page.getByRole('group', { name: '2RI' }).getByLabel('No').check();
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.getByRole('link', { name: /^Enter a SharePoint link/ }).waitFor();
      await page.getByLabel('SharePoint link of the incoming trust').fill(link);
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.waitForURL(`${ground.url}/projects/${project.id}`);
      await page.getByText('Handover details added').waitFor();
      await page.getByRole('link', { name: 'Your projects' }).click();
      await page.getByRole('link', { name: 'Ashdown Primary School' }).waitFor();
    });
    await ground.ask(`update project set whole = whole || '{"state": "deleted"}' where id = ?`, [project.id]);
  });
});
