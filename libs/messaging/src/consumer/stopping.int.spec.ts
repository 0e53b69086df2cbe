import { TransientError } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { illBroker } from '../broker/ill-broker.spec.ts';
import { aConsumer, createLedger, ledgerOf } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';

let service: Service;
beforeEach(async () => {
  service = await aService();
  await service.ask(createLedger);
  await send(service.kafka, [aMessage('a', 1)]);
});
afterEach(() => service.close());

describe('A consumer that is asked to stop', () => {
  it('stops within seconds though Kafka hangs, or the database does not answer its batch', async () => {
    const broker = await illBroker(service.kafka);
    const other = aConsumer(service, {
      kafka: broker.settings,
      apply: async (_, em) => void (await em.execute('select pg_sleep(20)')),
    });
    other.start();
    await eventually(
      async () => (await service.ask(`select from pg_stat_activity where query ~ '^select pg_sleep'`)).length > 0,
    );
    broker.hang();
    const asked = performance.now();
    await other.stop();
    expect(performance.now() - asked).toBeLessThan(7_000);
    broker.close();
    await service.ask(`select pg_cancel_backend(pid) from pg_stat_activity where query ~ '^select pg_sleep'`);
  });

  it('stops in the middle of a wait, and loses nothing', async () => {
    const first = aConsumer(service, {
      apply: () => {
        throw new TransientError('TEST.AWAY', 'It is away');
      },
    });
    first.start();
    await eventually(() => first.waitingFor === 'It is away');
    await first.stop();
    const next = aConsumer(service);
    next.start();
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1] }));
    expect(await service.ask('select from dead_letter')).toEqual([]);
    await next.stop();
  });
});
