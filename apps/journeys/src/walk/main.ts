import assert from 'node:assert/strict';
import { personas, visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { parse } from 'csv-parse/sync';
import { addresses } from './addresses.ts';
import { approveOne } from './approve-one.ts';

/** One approval through a system that runs, from Prepare to the CSV, over plain HTTP. Used by the container check. */
const promises: [promise: string, walk: () => Promise<unknown>][] = [
  ...Object.entries(addresses).map(([name, url]): [string, () => Promise<unknown>] => [
    `${name} is alive and ready`,
    async () => {
      for (const what of ['live', 'ready']) assert.equal((await fetch(`${url}/health/${what}`)).status, 200);
    },
  ]),
  [
    'a delivery officer records an approval in Prepare',
    async () => (id = await approveOne(await signedIn(addresses.prepare, 'deliveryOfficer'))),
  ],
  [
    'Prepare links to the project that Complete made of it',
    async () => {
      const officer = await signedIn(addresses.prepare, 'deliveryOfficer');
      link = await eventually(async () => {
        const { text } = await officer.get(`/projects/${id}`);
        const [, there] = text.split('id="handover"')[1]?.match(/href="(http[^"]+\/projects\/[^"]+)"/) ?? [];
        return there ?? false;
      }, inTime);
    },
  ],
  [
    'the link leads to the project in Complete',
    async () => {
      assert.ok(link.startsWith(addresses.complete), link);
      const { status } = await (await signedIn(addresses.complete, 'serviceSupport')).get(new URL(link).pathname);
      assert.equal(status, 200);
    },
  ],
  [
    'the CSV has the project in its row',
    async () => {
      const consumer = await signedIn(addresses.reporting, 'dataConsumer');
      const row = await eventually(async () => {
        const { text, status } = await consumer.get('/exports/all-data.csv?headings=names&bom=no');
        assert.equal(status, 200);
        const rows = parse<Record<string, string>>(text, { columns: true });
        return (
          rows.find(({ project_reference: key, complete_state: state }) => key?.startsWith(`${id}/`) && state) ?? false
        );
      }, inTime);
      assert.equal(row['prepare_status'], 'approved');
      assert.equal(row['complete_state'], 'inactive');
      assert.equal(row['link_to_project'], link);
    },
  ],
  [
    'a caseworker has no exports page',
    async () => assert.equal((await (await signedIn(addresses.reporting, 'caseworker')).get('/exports')).status, 403),
  ],
];

// A system that has just begun may first have to read all that happened before.
const inTime = { every: 200 };
let id = '';
let link = '';

async function signedIn(service: string, who: keyof typeof personas) {
  const somebody = visitor(service);
  await somebody.signIn(personas[who]);
  return somebody;
}

let failed = 0;
for (const [promise, walk] of promises) {
  try {
    await walk();
    console.log(`  kept: ${promise}`);
  } catch (error) {
    failed += 1;
    console.log(`  BROKEN: ${promise}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${promises.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
