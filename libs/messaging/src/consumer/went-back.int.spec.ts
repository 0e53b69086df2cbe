import { eventually } from '@academies/testing';
import { openBroker } from '../broker/open-broker.ts';
import { seenFromOutside } from '../broker/seen-from-outside.spec.ts';
import { createTopics } from '../broker/topics.ts';
import { aConsumer, createLedger, ledgerOf } from '../fixtures/ledger.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import type { ConsumerRunner } from './consumer-runner.ts';

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const some = (count: number, from = 1) => numbers(count, from).map((number) => aMessage('a', number));

let service: Service;
let consumer: ConsumerRunner;
const start = () => {
  consumer = aConsumer(service);
  consumer.start();
};
const arrived = (...expected: number[]) =>
  eventually(async () => expect((await ledgerOf(service))['a']).toEqual(expected), { within: 90_000 });

beforeEach(async () => {
  service = await aService();
  await service.ask(createLedger);
  await send(service.kafka, some(5));
  start();
  await arrived(1, 2, 3, 4, 5);
});
afterEach(async () => {
  await consumer.stop();
  await service.close();
});

describe('A database that goes back while its consumer runs', () => {
  /** As a restore leaves it, or a stand-by that was behind when it took over: the last two have never been. */
  const restore = () =>
    service.orm.em.fork().transactional(async (em) => {
      await em.execute('delete from ledger where sequence > 3');
      await em.execute('delete from inbox');
      await em.execute('update consumer_position set next_offset = 3, last_offset = null where next_offset = 5');
    });

  it('has what it lost read again when the next event comes, and then that event', async () => {
    await restore();
    await send(service.kafka, some(1, 6));
    await arrived(1, 2, 3, 4, 5, 6);
    expect(consumer.findings.join()).toMatch(/The database is at 3 of prepare.projects\/\d+, and 5 was read/);
  });

  it('has it read again though nothing comes', async () => {
    await restore();
    await arrived(1, 2, 3, 4, 5);
    expect(consumer.findings.join()).toMatch(/The database went back to 3 of prepare.projects\/\d+, from 5/);
  });
});

describe('A log that comes back shorter, or is another', () => {
  /** As a disk leaves it that was put back: the topic has what it had before, and other messages after that. */
  const replaceTopic = async (...messages: Parameters<typeof send>[1]) => {
    const outside = await seenFromOutside(service.kafka);
    await outside.deleteTopic('prepare.projects');
    await outside.close();
    await eventually(() => createTopics(service.kafka, {}, quiet));
    await eventually(() => send(service.kafka, messages));
  };

  it('is read from its beginning when another message stands where the last one was read', async () => {
    await consumer.stop();
    await replaceTopic(...some(7, 11));
    start();
    await arrived(1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16, 17);
    expect(consumer.findings.join()).toMatch(/prepare.projects\/\d+ is not the log .*another message is at 4/);
  });

  it('is read from its beginning when it ends before, and what comes later is not taken for read', async () => {
    await consumer.stop();
    await replaceTopic(...some(2, 11));
    start();
    await arrived(1, 2, 3, 4, 5, 11, 12);
    await send(service.kafka, some(4, 13));
    await arrived(1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16);
    expect(consumer.findings.join()).toMatch(/it ends at 2, before 5/);
  });

  it('is found out while the consumer runs', async () => {
    await replaceTopic(...some(7, 11));
    await arrived(1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16, 17);
  });

  it('has each message once that it still has', async () => {
    await consumer.stop();
    const broker = openBroker(service.kafka, quiet);
    const [partition] = (await broker.offsets(['prepare.projects'])).filter(({ high }) => high === '5');
    expect(await broker.identityAt('prepare.projects', partition?.partition ?? -1, '4')).toMatchObject({
      leaderEpoch: 0,
    });
    await broker.close(5_000);
    start();
    await eventually(() => consumer.hasJoined);
    await send(service.kafka, some(1, 6));
    await arrived(1, 2, 3, 4, 5, 6);
    expect(consumer.findings).toEqual([]);
  });
});
