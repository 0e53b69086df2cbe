import { on } from 'node:events';
import { eventually } from '@academies/testing';
import { aConsumer, createLedger, ledgerOf } from '../fixtures/ledger.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aMessage } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { buildWorker, spawnIdle } from '../fixtures/spawn-worker.ts';
import { openBroker } from '../broker/open-broker.ts';

describe('A service that has nothing to do', () => {
  let service: Service;

  beforeAll(async () => {
    buildWorker();
    service = await aService();
    await service.ask(createLedger);
  });
  afterAll(() => service.close());

  it('uses under 1 % of a core', async () => {
    const idle = spawnIdle(service);
    const shares: number[] = [];
    // Other work on the machine only adds; the quietest five seconds tell.
    for await (const [share] of on(idle, 'message') as AsyncIterable<[number]>) {
      shares.push(share);
      if (share < 0.01 || shares.length === 6) break;
    }
    idle.disconnect();
    expect(Math.min(...shares)).toBeLessThan(0.01);
  });

  it('is quick when something comes', async () => {
    const consumer = aConsumer(service);
    consumer.start();
    const broker = openBroker(service.kafka, quiet);
    await eventually(() => consumer.hasJoined);
    const waits: number[] = [];
    for (let number = 1; number <= 21; number++) {
      const sent = performance.now();
      await broker.publish([aMessage('a', number)]);
      await eventually(async () => (await ledgerOf(service))['a']?.includes(number) ?? false, { every: 2 });
      waits.push(performance.now() - sent);
    }
    await Promise.all([broker.close(5_000), consumer.stop()]);
    expect(waits.sort((one, other) => one - other)[10]).toBeLessThan(200);
    console.log(`Median from publishing to the effect: ${waits[10]?.toFixed(0)} ms`);
  });
});
