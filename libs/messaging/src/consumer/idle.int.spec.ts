import { on } from 'node:events';
import { eventually } from '@academies/testing';
import { aConsumer, createLedger, ledgerOf } from '../examples/ledger.ts';
import { quiet } from '../examples/quiet.ts';
import { aMessage } from '../examples/send.ts';
import { aService, type Service } from '../examples/service.ts';
import { buildWorker, spawnIdle } from '../examples/spawn-worker.ts';
import { connectTo } from '../kafka/connect.ts';
import { onBroker } from '../kafka/kafka-settings.ts';
import { producerOf } from '../kafka/producer.ts';

describe('A service that has nothing to do', () => {
  let service: Service;

  beforeAll(async () => {
    buildWorker();
    service = await aService();
    await service.ask(createLedger);
  }, 60_000);
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
  }, 60_000);

  it('is quick when something comes', async () => {
    const consumer = aConsumer(service);
    consumer.start();
    const producer = producerOf(connectTo(service.kafka, quiet));
    await producer.connect();
    await eventually(() => consumer.hasJoined);
    const waits: number[] = [];
    for (let number = 1; number <= 21; number++) {
      const sent = performance.now();
      await producer.send({ topic: onBroker(service.kafka, 'prepare.projects'), messages: [aMessage('a', number)] });
      await eventually(async () => (await ledgerOf(service))['a']?.includes(number) ?? false, { every: 2 });
      waits.push(performance.now() - sent);
    }
    await Promise.all([producer.disconnect(), consumer.stop()]);
    expect(waits.sort((one, other) => one - other)[10]).toBeLessThan(200);
    console.log(`Median from publishing to the effect: ${waits[10]?.toFixed(0)} ms`);
  }, 30_000);
});
