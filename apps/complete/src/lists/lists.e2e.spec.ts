import { personas } from '@academies/identity';
import { allLookGood, manners } from '@academies/testing/browser';
import { type CompleteInABrowser, completeInABrowser } from '../fixtures/browser.spec.ts';

let { service, walk, stop } = {} as CompleteInABrowser;
beforeAll(async () => {
  ({ service, walk, stop } = await completeInABrowser());
  const schools = ['Ashdown Primary School', "St Tegla's Church of England Junior School", 'Marrow Vale Academy'];
  await service.register(...schools.map((name, at) => ({ urn: String(900_001 + at), name })));
  const { email, name } = personas.caseworker;
  for (let at = 0; at < 24; at++)
    await service.aProject({
      urn: String(at < 3 ? 900_001 + at : 910_000 + at),
      prepareId: String(3000 + at),
      kind: at % 3 === 1 ? 'transfer' : 'conversion',
      ...(at % 3 === 1 && { outgoingTrustUkprn: '19000042' }),
      state: at === 23 ? 'inactive' : at === 22 ? 'completed' : 'active',
      ...(at === 22 && { completedOn: '2026-09-04' }),
      team: 'regional_casework_services',
      assignedTo: at % 5 === 4 ? null : { email, name },
      significantDate: at % 4 === 0 ? '2026-11-01' : at % 4 === 1 ? '2026-08-01' : '2027-04-01',
      dateConfirmed: at % 7 !== 0,
      onHold: at === 8 ? { since: '2026-10-01', reason: 'The school is surveyed' } : null,
      formingAMat: at === 6,
      ...(at === 6 && { incomingTrust: { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' } }),
    });
  await service.as('teamLeader');
  await service.as('caseworker');
});
afterAll(() => stop?.());

describe('Lists in a browser', () => {
  it('can be used by everybody', () =>
    walk('serviceSupport', true, (page) =>
      allLookGood(
        page,
        [
          ['handover', '/handover?region=all'],
          ['in-progress', '/projects/in-progress'],
          ['forming-a-mat', '/projects/in-progress/forming-a-mat'],
          ['by-month', '/projects/by-month/conversions'],
          ['by-month-transfers', '/projects/by-month/transfers?from=2026-08&to=2027-04'],
          ['by-region', '/projects/by-region'],
          ['by-user', '/projects/by-user'],
          ['by-trust', '/projects/by-trust'],
          ['of-a-trust', '/projects/by-trust/19000042'],
          ['by-local-authority', '/projects/by-local-authority'],
          ['completed', '/projects/completed'],
          ['dao-revoked', '/projects/dao-revoked'],
          ['statistics', '/projects/statistics'],
          ['unassigned', '/projects/team/unassigned?team=regional_casework_services'],
          ['team-new', '/projects/team/new?team=regional_casework_services'],
          ['search', '/search?search=school'],
          ['search-too-short', '/search?search=a'],
          ['print', '/projects/in-progress?print=yes'],
        ].map(([name, path]) => [`list-${name}`, service.url + path]),
      ),
    ));

  it('of a caseworker can be used, and printed', () =>
    walk('caseworker', true, (page) => allLookGood(page, [['list-yours', `${service.url}/projects/yours`]])));

  it.each(manners)('find by the search in the header (JavaScript: %s)', (javaScriptEnabled) =>
    walk('dataConsumer', javaScriptEnabled, async (page) => {
      await page.getByRole('searchbox', { name: 'Search all projects' }).fill("st tegla's");
      await page.getByRole('button', { name: 'Search all projects' }).click();
      await page.getByRole('link', { name: "St Tegla's Church" }).waitFor();
      await page.getByText('Showing 1 to 1 of 1').waitFor();
    }),
  );

  it.each(manners)('let a team leader assign what was ticked (JavaScript: %s)', (javaScriptEnabled) =>
    walk('teamLeader', javaScriptEnabled, async (page) => {
      await page
        .getByRole('checkbox', { name: /^Select/ })
        .first()
        .check();
      await page.getByRole('button', { name: 'Assign the ticked projects' }).click();
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.getByRole('link', { name: 'Select who will run them' }).waitFor();
      await page
        .getByLabel('Who will run them?')
        .selectOption({ label: 'Casey Workwise (casey.workwise@education.gov.uk)' });
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.getByText('1 project assigned to Casey Workwise').waitFor();
    }),
  );

  it('by month are walked by keyboard and links, and lead to the file', () =>
    walk('dataConsumer', false, async (page) => {
      await page.getByRole('link', { name: 'All projects' }).click();
      await page.getByRole('link', { name: 'By month' }).click();
      await page.getByRole('link', { name: 'December 2026' }).click();
      await page.getByRole('link', { name: 'Transfers', exact: true }).click();
      expect(new URL(page.url()).search).toBe('?from=2026-12');
      const file = page.getByRole('link', { name: 'Download the same projects' });
      expect(await file.getAttribute('href')).toMatch(/exports\/transfers-by-month\.csv\?from=2026-12&to=2026-12$/);
    }));
});
