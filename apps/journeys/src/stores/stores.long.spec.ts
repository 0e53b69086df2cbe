import { personas, visitor, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { answerApproval, count, prepareConversion, settled, startSystem, type System } from '@academies/testing/system';
import { parse } from 'csv-parse/sync';
import { brokerOnDisk } from '../broker/broker-on-disk.ts';

let broker: Awaited<ReturnType<typeof brokerOnDisk>>;
let system: System;
let officer: Visitor;
let consumer: Visitor;
beforeAll(async () => {
  broker = await brokerOnDisk();
  system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000', KAFKA_BROKERS: broker.brokers });
  officer = visitor(system.at('prepare'));
  await officer.signIn(personas.deliveryOfficer);
  consumer = visitor(system.at('reporting'));
  await consumer.signIn(personas.dataConsumer);
});
afterAll(async () => {
  await system?.stop();
  await broker?.stop();
});

/** Free primary schools of the fictional register, one for each approval. */
let urn = 900_100;
async function approve(): Promise<string> {
  urn += 1;
  const id = await prepareConversion(officer, { urn: String(urn), trust: '19000042', year: 2031, month: 4 });
  await (await answerApproval(officer, id))!();
  return id;
}

const file = async () => (await consumer.get('/exports/all-data.csv?headings=names&bom=no')).text;

/** In the file each of these projects has one row, and was created in Complete. */
const areCreated = (...ids: string[]) =>
  eventually(
    async () => {
      const rows = parse<Record<string, string>>(await file(), { columns: true });
      const states = ids.map((id) =>
        rows
          .filter((row) => row['project_reference']?.startsWith(`${id}/`))
          .map((row) => [row['handover_state'], row['complete_state']]),
      );
      expect(states).toEqual(ids.map(() => [['created', 'inactive']]));
    },
    { within: 180_000, every: 300 },
  );

const readers = ['prepare', 'complete', 'reporting'] as const;
async function nobodyParked() {
  for (const name of readers)
    expect([name, await count(system.databases[name].url, 'select from dead_letter')]).toEqual([name, 0]);
}

describe('A store that goes back under the running system', () => {
  it("is Reporting's database: the file has the same bytes again", async () => {
    const first = await approve();
    await areCreated(first);
    const { restore } = await system.databases.reporting.dump();
    const second = await approve();
    await areCreated(first, second);
    await settled(system);
    const before = await file();
    await restore();
    await eventually(async () => expect(await file()).toBe(before), { within: 180_000, every: 300 });
    await nobodyParked();
  });

  it("is Complete's database: approvals that it forgot are made projects again, one each", async () => {
    const first = await approve();
    await areCreated(first);
    const { restore } = await system.databases.complete.dump();
    const second = await approve();
    await areCreated(first, second);
    await restore();
    const third = await approve();
    await settled(system, 180_000);
    await areCreated(first, second, third);
    await nobodyParked();
  });

  it("is the broker's disk: what was published into the gap is not lost, and nothing is doubled", async () => {
    const first = await approve();
    await areCreated(first);
    await settled(system);
    await broker.keep();
    const second = await approve();
    await areCreated(first, second);
    await broker.putBack();
    const third = await approve();
    await areCreated(first, second, third);
    await nobodyParked();
  });
});
