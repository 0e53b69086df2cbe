import type { CompleteProject, Contact, LocalAuthority } from '@academies/contracts';
import { personas } from '@academies/identity';
import { allLookGood, looksGood, manners } from '@academies/testing/browser';
import { type CompleteInABrowser, completeInABrowser } from './fixtures/browser.spec.ts';

const headteacher: Contact = {
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11',
  category: 'school',
  name: 'Petra Lindley',
  role: 'Headteacher',
  organisation: 'Larkmere Primary School',
  email: 'petra.lindley@larkmere.example',
  phone: '01632 960 001',
  primary: true,
};
const authority: LocalAuthority = {
  code: '911',
  name: 'Marrowby',
  address: { line1: 'Civic House', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 1AA' },
  directorOfChildrensServices: { name: 'Odette Farrow', role: 'Director', email: 'odette.farrow@marrowby.example' },
};
let { service, walk, stop } = {} as CompleteInABrowser;
let arrived: CompleteProject;
let running: CompleteProject;
beforeAll(async () => {
  ({ service, walk, stop } = await completeInABrowser());
  await service.register({ urn: '900123' }, { urn: '900124', name: 'Ashdown Primary School' });
  await service.ask(`insert into local_authority (code, document) values ('911', ?)`, [JSON.stringify(authority)]);
  arrived = await service.aProject({ urn: '900123' });
  running = await service.aProject({
    urn: '900125',
    prepareId: '9',
    state: 'active',
    team: 'regional_casework_services',
    dateConfirmed: true,
    directiveAcademyOrder: true,
    assignedTo: { email: personas.caseworker.email, name: personas.caseworker.name },
    contacts: [headteacher],
    keyContacts: { headteacher: headteacher.id },
    tasks: {
      payroll_deadline: { notApplicable: false, answers: { deadline: '2027-02-15' } },
      statutory_consultation: {
        notApplicable: false,
        answers: {},
        waitingFor: { whom: 'the governing body', since: '2026-10-01' },
      },
    },
  });
  await service.ask(`update project set prepared_case = prepared_case || ? where id = ?`, [
    JSON.stringify({
      corrected: {
        incomingTrust: { ukprn: '19000055', trn: null, name: null },
        outgoingTrustUkprn: null,
        reason: 'The minutes of the board name the other trust of that name.',
        by: { email: personas.serviceSupport.email, name: personas.serviceSupport.name },
        at: '2026-10-19T09:00:00.000Z',
      },
    }),
    running.id,
  ]);
  // The register has no such trust, so that the list of what it replaced has a row.
  await service.aProject({
    urn: '900126',
    prepareId: '10',
    state: 'active',
    incomingTrust: { ukprn: '19000055', trn: null, name: null },
  });
  for (const who of ['caseworker', 'serviceSupport'] as const) await service.as(who);
  await service.ask(
    `insert into absence values (?, '2026-10-12', '2027-01-04', ?, 'Tilda Leadbright', '2026-10-09T09:00:00Z')`,
    [personas.caseworker.email, personas.serviceSupport.email],
  );
});
afterAll(() => stop?.());

const pages = (id: string): [name: string, path: string][] => [
  ['yours', '/projects/yours'],
  ['absence', `/people/${personas.caseworker.email}/absence`],
  ['weekly-e-mail', '/projects/yours/weekly-e-mail'],
  ['by-users', '/projects/by-user'],
  ['by-user', `/projects/by-user/${personas.caseworker.email}`],
  ['handover', '/handover'],
  ['project', `/projects/${id}`],
  ...['about', 'dates', 'contacts', 'notes', 'people', 'history'].map((part): [string, string] => [
    `project-${part}`,
    `/projects/${running.id}/${part}`,
  ]),
  ...[
    'contacts/add',
    `contacts/${headteacher.id}/details`,
    `contacts/${headteacher.id}/delete`,
    'dates/change',
    'dates/reasons?to=2027-09',
    'people/assign',
    'people/team',
    'people/added-by',
    'about/sharepoint',
    'about/group',
    'about/trusts',
    'complete',
    'hold',
    'revoke',
    'delete',
    `notes/${headteacher.id}/write`,
  ].map((form): [string, string] => [`form-${form.replaceAll(/[^a-z]+/g, '-')}`, `/projects/${running.id}/${form}`]),
  ['running', `/projects/${running.id}`],
  ['check', `/projects/${id}/handover/check`],
  ['details', `/projects/${id}/handover/details`],
  ...[
    'risk_protection_arrangement',
    'stakeholder_kick_off',
    'headteacher',
    'proposed_capacity',
    'payroll_deadline',
  ].map((task): [string, string] => [`task-${task}`, `/projects/${running.id}/tasks/${task}`]),
  ['in-progress', '/projects/in-progress/conversions?search=school'],
  ['unassigned', '/projects/team/unassigned?team=regional_casework_services'],
  ...[
    'academy-urns',
    'academy-urns/entered',
    'people',
    'people/inactive',
    'people/add',
    'people/sunny.mendwell@education.gov.uk/deactivate',
    'local-authorities',
    'local-authorities/911',
    'local-authorities/911/edit',
    'local-authorities/import',
  ].map((part): [string, string] => [`support-${part.replaceAll(/[^a-z]+/g, '-')}`, `/service-support/${part}`]),
  ['form-academy-urn', `/projects/${running.id}/academy-urn`],
  ['rejected', '/service-support/rejected-handovers'],
  ['dead-letters', '/service-support/dead-letters'],
  ['replaced', '/service-support/replaced'],
  ['services', '/service-support/services'],
  ['find', '/service-support/find?sought=77'],
];

describe('In a browser', () => {
  it('every page can be used by everybody', () =>
    walk('serviceSupport', true, async (page) => {
      await allLookGood(
        page,
        pages(arrived.id).map(([name, path]) => [`complete-${name}`, service.url + path]),
      );
      await page.goto(`${service.url}/projects/${arrived.id}/handover/details`);
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.getByRole('alert').waitFor();
      await looksGood(page, 'complete-details-errors');
    }));

  it.each(manners)('a project is taken over (JavaScript: %s)', async (javaScriptEnabled) => {
    const project = await service.aProject({ urn: '900124', prepareId: javaScriptEnabled ? '11' : '12' });
    await walk('regionalDeliveryOfficer', javaScriptEnabled, async (page) => {
      await page.getByRole('link', { name: 'Handover', exact: true }).click();
      await page.getByRole('link', { name: 'Ashdown Primary School', exact: true }).click();
      await page.getByRole('button', { name: 'Add handover details' }).click();
      await page.getByRole('button', { name: 'Yes, continue' }).click();
      await page.getByRole('group', { name: 'Will Regional Casework Services' }).getByLabel('No').check();
      const link = 'https://educationgovuk.sharepoint.com/sites/one';
      await page.getByLabel('SharePoint link of the school').fill(link);
      await page.getByLabel('SharePoint link of the incoming trust').fill('https://example.com');
      await page.getByRole('group', { name: '2RI' }).getByLabel('No').check();
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.getByRole('link', { name: /^The SharePoint link of the incoming trust must start/ }).waitFor();
      await page.getByLabel('SharePoint link of the incoming trust').fill(link);
      await page.getByRole('button', { name: 'Complete the handover' }).click();
      await page.waitForURL(`${service.url}/projects/${project.id}`);
      await page.getByText('Handover details added').waitFor();
      await page.getByRole('link', { name: 'Your projects' }).click();
      await page.getByRole('link', { name: 'Ashdown Primary School' }).first().waitFor();
    });
    await service.ask(`update project set document = document || '{"state": "deleted"}' where id = ?`, [project.id]);
  });

  it.each(manners)('a task is answered, also where one choice asks for more (JavaScript: %s)', (javaScriptEnabled) =>
    walk('serviceSupport', javaScriptEnabled, async (page) => {
      await page.goto(`${service.url}/projects/${running.id}`);
      await page.getByRole('link', { name: 'Confirm the academy' }).first().click();
      await page.getByRole('radio', { name: 'Commercial insurance' }).check();
      await page.getByLabel('Why does the academy choose').fill(`A boat (${javaScriptEnabled})`);
      await looksGood(page, 'complete-task');
      await page.getByRole('button', { name: 'Save and return' }).click();
      await page.getByText('Task saved').waitFor();
      const answers = (await service.projectOf(running.id))?.tasks['risk_protection_arrangement']?.answers;
      expect(answers).toEqual({ option: 'commercial', reason: `A boat (${javaScriptEnabled})` });
    }),
  );
});
