import { sql } from '@academies/database';
import { eventually } from '@academies/testing';
import { quiet } from '../fixtures/quiet.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changes } from '../fixtures/subscriptions.ts';
import { consumerSql } from './consumer.sql.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import { RetryingHandler } from './retrying-handler.ts';
import { watchForStandstill } from './standstill.ts';

describe('A consumer that stands still', () => {
  let service: Service;
  let reasons: string[];
  let unwatch: () => void;
  let handler: RetryingHandler;

  beforeAll(async () => {
    service = await aService();
    const begin = Array.from({ length: 12 }, (_, partition) => ({
      topic: 'prepare.projects',
      partition,
      next_offset: 0,
    }));
    await sql(service.orm.em.fork(), consumerSql.begin, ['changes', JSON.stringify(begin)]);
  });
  beforeEach(() => {
    reasons = [];
    const { orm, kafka } = service;
    const options: ConsumerOptions = {
      orm,
      kafka,
      subscription: changes,
      apply: async () => {},
      onStuck: (reason) => reasons.push(reason),
    };
    handler = new RetryingHandler(options, quiet);
    unwatch = watchForStandstill(options, handler, quiet, 300);
  });
  afterEach(() => unwatch());
  afterAll(() => service.close());

  const someTime = () => new Promise((resolve) => setTimeout(resolve, 1_000));

  it('is left alone while nothing waits to be read', async () => {
    await someTime();
    expect(reasons).toEqual([]);
  });

  it('is left alone while it waits for something that is away', async () => {
    await send(service.kafka, [aMessage('a', 1)]);
    handler.waitingFor = 'the database';
    await someTime();
    expect(reasons).toEqual([]);
  });

  it('is left alone when the whole process was frozen', async () => {
    handler.waitingFor = undefined;
    for (let times = 0; times < 4; times++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(reasons).toEqual([]);
  });

  it('ends the process while something waits to be read, and says why', async () => {
    await eventually(() => reasons.length > 0);
    expect(reasons[0]).toBe('The consumer of changes stands still while 1 messages wait');
  });
});
