import { eventually } from '@academies/testing';
import { partitionOf } from '../broker/kafkajs-producer.ts';
import { deadLetters } from '../dead-letters/dead-letters.ts';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import type { ConsumerRunner } from './consumer-runner.ts';

const projects = Array.from({ length: 20 }, (_, index) => `p${index}`);
const firstOfAll = projects.map((project) => aMessage(project, 1));

describe('A failure that is not of one event', () => {
  let service: Service;
  let consumer: ConsumerRunner;
  const parked = () => deadLetters(service.orm.em.fork()).list();
  const started = (more: Parameters<typeof aConsumer>[1] = {}) => {
    consumer = aConsumer(service, more);
    consumer.start();
  };
  const allArrived = () =>
    eventually(async () => expect(Object.keys(await ledgerOf(service)).sort()).toEqual([...projects].sort()));

  beforeEach(async () => {
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await consumer.stop();
    await service.close();
  });

  it('is waited for and told when a column was renamed; nothing is parked, and all arrives once it is back', async () => {
    await service.ask('alter table ledger rename column project to school');
    await send(service.kafka, firstOfAll);
    started();
    await eventually(() =>
      expect(consumer.waitingFor).toContain('column "project" of relation "ledger" does not exist'),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await parked()).toEqual([]);
    await service.ask('alter table ledger rename column school to project');
    await allArrived();
    expect([await parked(), consumer.waitingFor]).toEqual([[], undefined]);
  });

  it('is waited for when a right was withdrawn', async () => {
    await service.ask(`create function refuse() returns trigger language plpgsql as
      $$ begin raise insufficient_privilege using message = 'permission denied for table ledger'; end $$`);
    await service.ask('create trigger refuse before insert on ledger execute function refuse()');
    await send(service.kafka, firstOfAll);
    started();
    await eventually(() => expect(consumer.waitingFor).toContain('permission denied for table ledger'));
    await service.ask('drop trigger refuse on ledger');
    await allArrived();
    expect(await parked()).toEqual([]);
  });

  it('is the own one of an event when the same statement works for another', async () => {
    const together = Array.from({ length: 400 }, (_, index) => `p${index}`)
      .filter((key) => partitionOf('prepare.projects', key) === 0)
      .slice(0, 20);
    await send(
      service.kafka,
      together.map((project) => aMessage(project, 1)),
    );
    started({
      apply: async (events, em) => {
        if (events.some(({ subject }) => subject === together[10])) await em.execute('select nothing_of_that_name');
        await write(events, em);
      },
    });
    await eventually(async () => expect(await parked()).toMatchObject([{ kind: 'poison', code: '42703', tries: 3 }]));
    await eventually(async () => expect(Object.keys(await ledgerOf(service))).toHaveLength(19));
    expect(consumer.waitingFor).toBeUndefined();
  });

  it('stops the consumer when the code fails for five projects, and all that follow arrive once it is mended', async () => {
    let isMended = false;
    await send(service.kafka, firstOfAll);
    started({
      apply: async (events, em) => {
        if (!isMended) (undefined as unknown as { name: string }).name.trim();
        await write(events, em);
      },
    });
    await eventually(() => expect(consumer.waitingFor).toContain('Every event fails on the same error'));
    expect(await parked()).toHaveLength(4);
    isMended = true;
    await eventually(async () => expect(Object.keys(await ledgerOf(service))).toHaveLength(16));
    expect(await parked()).toHaveLength(4);
    expect(consumer.waitingFor).toBeUndefined();
  });

  it('is none, however many messages cannot be read', async () => {
    await send(
      service.kafka,
      firstOfAll.map((message) => ({ ...message, value: '{' })),
    );
    started();
    await eventually(async () => expect(await parked()).toHaveLength(20));
    expect(consumer.waitingFor).toBeUndefined();
  });
});
