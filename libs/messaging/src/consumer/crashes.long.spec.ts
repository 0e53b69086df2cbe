import type { ChildProcess } from 'node:child_process';
import { eventually } from '@academies/testing';
import { aChange } from '../fixtures/events.ts';
import { aConsumer, createLedger, ledgerOf } from '../fixtures/ledger.ts';
import { readAll } from '../fixtures/read-all.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { buildWorker, gone, spawnWorker } from '../fixtures/spawn-worker.ts';
import { queueEvents } from '../outbox/queue-events.ts';

describe('A process that is killed', () => {
  let service: Service;
  const children: ChildProcess[] = [];
  const spawned = (...how: Parameters<typeof spawnWorker> extends [unknown, ...infer Rest] ? Rest : never) => {
    const child = spawnWorker(service, ...how);
    children.push(child);
    return child;
  };

  beforeAll(buildWorker);
  beforeEach(async () => {
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await service.close();
  });

  it('after the commit and before the offset: each event takes effect once', async () => {
    await send(
      service.kafka,
      [1, 2, 3].map((number) => aMessage('a', number)),
    );
    expect(await gone(spawned({ dies: 'after the commit' }))).toBe('SIGKILL');
    expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3] });
    await send(service.kafka, [aMessage('a', 4)]);
    const next = aConsumer(service);
    next.start();
    await eventually(async () => expect((await ledgerOf(service))['a']).toContain(4));
    expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3, 4] });
    await next.stop();
  });

  it('by an event, over and over: the event is parked after three deaths alone, the others take effect once', async () => {
    await send(service.kafka, [aMessage('killer', 1), aMessage('a', 1), aMessage('killer', 2), aMessage('b', 1)]);
    let deaths = 0;
    const parked = () => service.ask('select key, kind, code from dead_letter order by id');
    for (; (await parked()).length < 2 && deaths < 10;) {
      const child = spawned({ dies: 'on killer' });
      await eventually(async () => child.signalCode !== null || (await parked()).length === 2, {
        every: 100,
      });
      if (child.signalCode) deaths += 1;
    }
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1], b: [1] }));
    expect(await parked()).toEqual([
      { key: 'killer', kind: 'poison', code: 'MESSAGE.PROCESS_DIED' },
      { key: 'killer', kind: 'waiting', code: 'MESSAGE.WAITS' },
    ]);
    expect(deaths).toBeGreaterThanOrEqual(3);
    expect(deaths).toBeLessThanOrEqual(4);
  });

  it('while it relays: another takes over, and all is published in order', async () => {
    const queue = (from: number) =>
      service.orm.em.fork().transactional((em) => queueEvents(em, ...Array.from({ length: from }, () => aChange('a'))));
    const first = spawned({ relays: true });
    await queue(50);
    await eventually(async () => (await service.ask('select from outbox where published_at is not null')).length > 0);
    const second = spawned({ relays: true });
    await queue(500);
    first.kill('SIGKILL');
    await queue(50);
    await eventually(async () => (await service.ask('select from outbox where published_at is null')).length === 0);
    second.kill('SIGKILL');
    const seen = (await readAll(service.kafka, 'prepare.projects')).map(({ headers }) =>
      Number(headers['ce_sequence']),
    );
    // What was published but not marked comes twice; the first time of each is in order.
    expect([...new Set(seen)]).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
  });
});
