import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@academies/testing';
import { ask } from '@academies/testing/system';
import { crashingSystem, type CrashingSystem } from './crashing-system.ts';
import { persistentOfficer } from './persistent-officer.ts';

const approvals = 200;
const officers = 4;
/** Free primary schools of the fictional register. */
const urns = Array.from({ length: approvals }, (_, index) => String(900_001 + index));

let system: CrashingSystem;
beforeAll(async () => void (system = await crashingSystem()));
afterAll(() => system?.stop());

/** Seeded, so that a failure can be tried again with the same kills in the same order. */
const chance = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

describe('200 approvals while processes are killed at random and Kafka restarts', () => {
  it('make 200 projects and 200 rows, none twice, and leave no dead letters', async () => {
    const team = await Promise.all(Array.from({ length: officers }, () => persistentOfficer(system.url, system.doors)));
    const shared = <Item>(items: readonly Item[], member: number) =>
      items.filter((_, index) => index % officers === member);
    const prepared = await Promise.all(
      team.map(async ({ prepare }, member) => {
        const ids: string[] = [];
        for (const urn of shared(urns, member)) ids.push(await prepare(urn));
        return ids;
      }),
    );

    let approving = true;
    const work = Promise.all(
      team.map(async ({ approve }, member) => {
        for (const id of prepared[member]!) await approve(id);
      }),
    ).finally(() => (approving = false));
    const random = chance(20261123);
    const kills = (async () => {
      for (let turn = 0; approving || turn < 12; turn++) {
        await system.services[Math.floor(random() * system.services.length)]!.killAndRestart();
        if (turn === 6) await system.restartKafka();
        await pause(400 + random() * 1200);
        system.restartEnded();
        // Two are dead at once, then all come back: on a busy machine kills must be no faster than processes start.
        if (turn % 2 === 1) await eventually(() => system.allAreReady(), { within: 120_000, every: 100 });
      }
    })();
    await Promise.all([work, kills]).catch((cause: unknown) => {
      throw new Error(`The officers gave up. The services' last words:\n${system.lastWords()}`, { cause });
    });

    const [model] = await ask<{ build: string }>(
      system.databases.reporting.url,
      'select build from read_model where current',
    );
    const rows = `from model_${model!.build}.row_${model!.build}`;
    await eventually(
      async () => {
        system.restartEnded();
        expect(await system.count('reporting', `select 1 ${rows} where handover_state = 'created'`)).toBe(approvals);
      },
      { within: 120_000, every: 250 },
    );

    const promises: [database: 'prepare' | 'complete' | 'reporting', what: string, many: number][] = [
      ['prepare', `select from project where (state ->> 'attempts')::int = 1`, approvals],
      ['prepare', "select from outbox where type = 'prepare.project.approved.v1'", approvals],
      ['complete', 'select from project', approvals],
      ['complete', 'select distinct prepare_id, urn from project', approvals],
      ['complete', "select from outbox where type = 'complete.project.created.v1'", approvals],
      ['complete', "select from outbox where type <> 'complete.project.created.v1'", 0],
      ['reporting', `select ${rows}`, approvals],
      ['reporting', `select distinct school_urn ${rows}`, approvals],
      ...(['prepare', 'complete', 'reporting'] as const).map((name): [typeof name, string, number] => [
        name,
        "select from dead_letter where state = 'parked'",
        0,
      ]),
    ];
    for (const [database, what, many] of promises)
      expect([database, what, await system.count(database, what)]).toEqual([database, what, many]);
    const killed = system.services.reduce((sum, { kills }) => sum + kills, 0);
    console.log(`${approvals} approvals recorded; ${killed} processes killed, Kafka restarted once`);
  });
});
