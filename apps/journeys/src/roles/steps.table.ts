import { personas } from '@academies/identity';
import { tasksTold } from '@academies/testing';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Row } from '../watching/approved-project.ts';
import { fillTask } from './fill-task.ts';
import { nextMonth, partsOf, thisMonth, today } from './months.ts';
import { button, choice, follow, inList, search, type Step, told } from './step.ts';

const link = 'https://educationgovuk.sharepoint.com/sites/one';
const changed = 'complete.project.changed.v1';
const { month, year } = partsOf(thisMonth);

/** From the approval to the file, in the order in which the roles have it in their hands. */
export const steps: readonly Step[] = [
  {
    promise: 'a regional delivery officer finds what was approved and hands it to Regional Casework Services',
    who: 'regionalDeliveryOfficer',
    at: 'complete',
    async walk(present, journey) {
      const { page, hands } = present;
      await hands.press(page.getByRole('link', { name: 'Handover', exact: true }));
      await search(present, journey);
      await hands.press(inList(present, journey));
      await button(present, 'Add handover details');
      await button(present, 'Yes, continue');
      await choice(present, 'Will Regional Casework Services', 'Yes');
      await hands.type(page.getByLabel('Handover comments'), 'The school asks for May.');
      const parties = ['school', 'incoming trust', ...(journey.kind === 'transfer' ? ['outgoing trust'] : [])];
      for (const party of parties) await hands.type(page.getByLabel(`SharePoint link of the ${party}`), link);
      await choice(present, '2RI', 'No');
      await button(present, 'Complete the handover');
      await told(present, 'Handover details added');
    },
    event: 'complete.project.handover-details-added.v1',
    cells: () => ({
      complete_state: 'active',
      managing_team: 'Regional Casework Services',
      assigned_to_email: 'unassigned',
      two_requires_improvement: 'no',
      school_sharepoint_link: link,
    }),
    mails: 'teamLeader',
  },
  {
    promise: 'the team leader finds it unassigned and gives it to a caseworker',
    who: 'teamLeader',
    at: 'complete',
    async walk(present, journey) {
      const { page, hands } = present;
      await inList(present, journey).waitFor();
      await hands.press(page.locator(`main a[href$="/projects/assign?project=${journey.project.id}"]`));
      await hands.select(page.getByLabel('Who will run them?'), personas.caseworker.email);
      await button(present, 'Assign');
      await told(present, `1 project assigned to ${personas.caseworker.name}`);
      expect(await inList(present, journey).count()).toBe(0);
    },
    event: changed,
    cells: () => ({ assigned_to_email: personas.caseworker.email }),
    mails: 'caseworker',
  },
  {
    promise: 'the caseworker finds it among theirs and fills every task, with the contacts and the date',
    who: 'caseworker',
    at: 'complete',
    async walk(present, journey) {
      await present.hands.press(inList(present, journey));
      await follow(present, 'Notes');
      await present.page.getByText('The school asks for May.').waitFor();
      await follow(present, 'Tasks');
      const tasks = tasksTold().filter(({ kind }) => kind === journey.kind);
      for (const task of tasks) await fillTask(present, task);
      await present.page.getByText(`${tasks.length} of ${tasks.length} tasks that apply are completed`).waitFor();
    },
    event: changed,
    cells: ({ kind }) => ({
      significant_date_confirmed: 'yes',
      significant_date: nextMonth,
      [`confirmed_${kind}_date`]: nextMonth,
      [kind === 'conversion' ? 'all_conditions_met' : 'authority_to_proceed']: 'yes',
      [kind === 'conversion' ? 'date_academy_opened' : 'date_academy_transferred']: thisMonth,
      main_contact_email: 'main_contact@larkmere.example',
      incoming_trust_ceo_contact_name: 'The incoming trust ceo',
      declaration_of_expenditure_received_date: thisMonth,
    }),
  },
  {
    promise: 'the caseworker changes the date once, for a reason',
    who: 'caseworker',
    at: 'complete',
    async walk(present, journey) {
      const { page, hands } = present;
      await hands.press(inList(present, journey));
      await follow(present, 'Dates');
      await button(present, `Change the ${journey.kind} date`);
      await hands.type(page.getByLabel('Month'), month);
      await hands.type(page.getByLabel('Year'), year);
      await button(present, 'Continue');
      const reason = page.locator('[name="reasons"]').first();
      await hands.choose(reason);
      await hands.type(page.locator(`#reasons_${await reason.getAttribute('value')}_detail`), 'Everything is ready.');
      await button(present, 'Change the date');
      await told(present, 'Date changed');
      await page.getByText('Everything is ready.').waitFor();
    },
    event: changed,
    cells: ({ kind }) => ({ significant_date: thisMonth, [`confirmed_${kind}_date`]: thisMonth }),
  },
  {
    promise: 'the caseworker completes it',
    who: 'caseworker',
    at: 'complete',
    async walk(present, journey) {
      const { page, hands } = present;
      await hands.press(inList(present, journey));
      await follow(present, 'Complete this project');
      await hands.choose(page.getByRole('checkbox'));
      await button(present, 'Complete');
      await page.getByText('Completed on').waitFor();
    },
    event: 'complete.project.completed.v1',
    cells: () => ({ complete_state: 'completed', completed_date: today }),
  },
  {
    promise: 'service support finds that its academy lacks a URN, and enters it',
    who: 'serviceSupport',
    at: 'complete',
    async walk(present, journey) {
      const { page, hands } = present;
      await search(present, journey);
      await hands.press(page.locator(`main a[href$="/projects/${journey.project.id}/academy-urn"]`));
      await hands.choose(page.locator('[name="academy"][value="another"]'));
      await hands.type(page.locator('[name="urn"]'), journey.academyUrn);
      await button(present, 'Save');
      await told(present, 'Academy URN saved');
    },
    event: changed,
    cells: ({ academyUrn }) => ({ academy_urn: academyUrn }),
  },
  {
    promise: 'the data consumer downloads the file, where it is completed',
    who: 'dataConsumer',
    at: 'reporting',
    async walk(present, { kind, urn, academyUrn }) {
      const { page, hands } = present;
      await follow(present, kind === 'conversion' ? 'RPA, SUG and FA letters' : 'Academies due to transfer');
      await hands.choose(page.getByLabel('This month'));
      const download = page.waitForEvent('download');
      await hands.pressHere(page.getByRole('button', { name: 'Download CSV file' }));
      const file = readFileSync(await (await download).path());
      const rows = parse<Row>(file, { columns: true, bom: true });
      expect(rows.find((row) => row['School URN'] === urn)).toMatchObject({
        ...(kind === 'conversion' ? { 'Academy URN': academyUrn } : { 'New URN/record requested': 'confirmed' }),
        [`Confirmed ${kind} date`]: thisMonth,
      });
    },
    event: changed,
    cells: () => ({ complete_state: 'completed' }),
  },
];
