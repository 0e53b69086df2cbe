import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findKafka, localSettings } from '@academies/local';
import { createTopics } from '@academies/messaging';
import { eventually, freshDatabase, type FreshDatabase } from '@academies/testing';
import { ask, count, runProgram, Service } from '@academies/testing/system';
import getPort from 'get-port';

/** A broker of this test's own, since it is stopped in the middle; it comes back at the same address with its data. */
const settings = localSettings({ ...process.env, KAFKA_BROKERS: '', BACKENDS: 'local' });
const dir = mkdtempSync(path.join(tmpdir(), 'academies-crashes-'));
const databases: Record<string, FreshDatabase> = {};
const url = (name: string) => databases[name]!.url;
const services: Service[] = [];
let broker: Awaited<ReturnType<typeof findKafka>>;
let brokers: string;

const variables = async (database: string, namespace: string) => ({
  DATABASE_URL: url(database),
  KAFKA_BROKERS: brokers,
  KAFKA_NAMESPACE: namespace,
  PORT: String(await getPort()),
});

/** Two processes of one service, as in production. */
async function two(entry: string, database: string): Promise<Service[]> {
  const pair = [
    new Service(entry, await variables(database, 'live')),
    new Service(entry, await variables(database, 'live')),
  ];
  pair[0]!.start();
  // The first makes the tables that both work with.
  await eventually(() => pair[0]!.isReady(), { within: 60_000, every: 100 });
  pair[1]!.start();
  return pair;
}

/** Seeded, so that a failure can be tried again with the same kills in the same order. */
const chance = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

beforeAll(async () => {
  broker = await findKafka({ dir, durable: true }, settings);
  brokers = broker.at.join(',');
  for (const name of ['prepare', 'complete', 'reporting', 'register', 'register_seed'])
    databases[name] = await freshDatabase(`crashes_${name}`);
  for (const namespace of ['seed', 'live']) await createTopics({ brokers: broker.at, clientId: 'crashes', namespace });
  await runProgram('apps/register/dist/demo/main.js', await variables('register_seed', 'seed'));
  await runProgram('apps/register/dist/demo/main.js', await variables('register', 'live'));
  // Approved in Prepare, published elsewhere: the test lets the events go again, a few at a time.
  await runProgram('apps/prepare/dist/demo/main.js', await variables('prepare', 'seed'));
  const complete = new Service('apps/complete/dist/main.js', await variables('complete', 'live'));
  complete.start();
  await eventually(() => complete.isReady(), { within: 60_000, every: 100 });
  await complete.stop('SIGTERM');
}, 180_000);

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await broker?.stop();
  await Promise.all(Object.values(databases).map((database) => database.drop()));
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

describe('Approvals while processes are killed at random and Kafka restarts', () => {
  it('make each project once and each row once, and leave no dead letters', async () => {
    for (const [app, database] of [
      ['prepare', 'prepare'],
      ['handover', 'complete'],
      ['reporting', 'reporting'],
    ] as const)
      services.push(...(await two(`apps/${app}/dist/main.js`, database)));
    const random = chance(20261123);
    let releasing = true;

    const keys = await ask<{ key: string }>(url('prepare'), 'select distinct key from outbox order by key');
    const releases = (async () => {
      for (let next = 0; next < keys.length; next += 4) {
        const few = keys.slice(next, next + 4).map(({ key }) => key);
        await ask(url('prepare'), 'update outbox set published_at = null where key = any ($1)', [few]);
        await pause(150);
      }
      releasing = false;
    })();
    const kills = (async () => {
      for (let turn = 0; releasing || turn < 12; turn++) {
        await services[Math.floor(random() * services.length)]!.killAndRestart();
        if (turn === 8) {
          await broker.stop();
          broker = await findKafka({ dir, durable: true }, settings);
        }
        await pause(400 + random() * 1200);
        for (const service of services) service.restartIfEnded();
      }
    })();
    await Promise.all([releases, kills]);
    expect(broker.at.join(',')).toBe(brokers);

    const approved = await count(
      url('prepare'),
      `select 1 from project, jsonb_array_elements(state -> 'academies') where (state ->> 'attempts')::int > 0`,
    );
    const academies = await count(url('prepare'), `select 1 from project, jsonb_array_elements(state -> 'academies')`);
    const made = "select prepare_id, urn from project where state <> 'deleted'";
    const [model] = await ask<{ fingerprint: string }>(
      url('reporting'),
      'select fingerprint from read_model where current',
    );
    const rows = `model_${model!.fingerprint}.row_${model!.fingerprint}`;
    const answered = `select 1 from ${rows} where handover_state in ('created', 'rejected')`;

    await eventually(
      async () => {
        for (const service of services) service.restartIfEnded();
        expect(await count(url('reporting'), answered)).toBe(approved);
      },
      { within: 120_000, every: 250 },
    );

    const created = await count(url('complete'), made);
    expect(created).toBeGreaterThanOrEqual(200);
    expect(await count(url('complete'), `select distinct prepare_id, urn from (${made}) as made`)).toBe(created);
    expect(await count(url('reporting'), `select 1 from ${rows} where handover_state = 'created'`)).toBe(created);
    expect(await count(url('reporting'), `select 1 from ${rows} where handover_state = 'rejected'`)).toBe(
      approved - created,
    );
    expect(await count(url('reporting'), `select 1 from ${rows}`)).toBe(academies);
    expect(await count(url('complete'), "select 1 from outbox where type = 'complete.project.created.v1'")).toBe(
      created,
    );
    for (const database of ['prepare', 'complete', 'reporting'])
      expect(await count(url(database), "select 1 from dead_letter where state = 'parked'")).toBe(0);
    console.log(
      `${created} projects, ${academies} rows; ${services.reduce((sum, { kills }) => sum + kills, 0)} processes killed, Kafka restarted once`,
    );
  }, 400_000);
});
