import { PermanentError, TransientError } from '@academies/contracts';
import { sqlOf } from '@academies/database';
import { eventually } from '@academies/testing';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { endOffsets } from '../broker/open-broker.ts';
import { seenFromOutside } from '../broker/seen-from-outside.spec.ts';
import { quiet } from '../fixtures/quiet.ts';
import type { ConsumerRunner } from './consumer-runner.ts';
import { positions } from './received-watermarks.ts';

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

describe('A consumer', () => {
  let service: Service;
  let consumers: ConsumerRunner[];
  const started = (more: Parameters<typeof aConsumer>[1] = {}) => {
    const consumer = aConsumer(service, more);
    consumers.push(consumer);
    consumer.start();
    return consumer;
  };
  const deadLetters = () =>
    service.ask<{ key: string; kind: string; code: string; tries: number }>(
      'select key, kind, code, tries from dead_letter order by id',
    );

  beforeEach(async () => {
    consumers = [];
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    await service.close();
  });

  it('handles each event once, in the order of its key, and an event that is published again is dropped', async () => {
    const twice = aMessage('a', 2);
    await send(service.kafka, [aMessage('a', 1), twice, aMessage('b', 1), twice, aMessage('a', 3)]);
    started();
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3], b: [1] }));
  });

  it('goes on in another process where the database says, whatever the broker thinks', async () => {
    await send(
      service.kafka,
      numbers(5).map((number) => aMessage('a', number)),
    );
    const first = started();
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3, 4, 5] }));
    await first.stop();
    // A database that was restored to an earlier day: the inbox and the ledger have forgotten the last two.
    await service.ask('delete from ledger where sequence > 3');
    await service.ask('delete from inbox');
    await service.ask('update consumer_position set next_offset = 3 where next_offset = 5');
    started();
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3, 4, 5] }));
  });

  it('reaches the end offsets with its positions, empty partitions included', async () => {
    await send(
      service.kafka,
      numbers(20).map((number) => aMessage(`p${number}`, 1)),
    );
    started();
    const ends = await endOffsets(service.kafka, ['prepare.projects'], quiet);
    await eventually(async () => expect(await positions(sqlOf(service.orm.em.fork()), 'changes')).toEqual(ends));
  });

  it('tells the broker, for those who watch from outside', async () => {
    await send(service.kafka, [aMessage('a', 1)]);
    started();
    const outside = await seenFromOutside(service.kafka);
    await eventually(async () => {
      const offsets = Object.values(await outside.committed('changes', 'prepare.projects'));
      expect(offsets.filter((offset) => offset === '1')).toHaveLength(1);
    });
    await outside.close();
  });

  it('parks an event after three tries, with the error, and those behind it; other projects flow', async () => {
    let tries = 0;
    started({
      apply: async (events, em) => {
        await write(events, em);
        if (events.some(({ subject, sequence }) => subject === 'bad' && sequence === 2))
          throw new Error(`try ${events.length === 1 ? ++tries : 'of many'}`);
      },
    });
    await send(
      service.kafka,
      ['bad', 'good'].flatMap((project) => numbers(4).map((number) => aMessage(project, number))),
    );
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ bad: [1], good: [1, 2, 3, 4] }));
    await eventually(async () => expect(await deadLetters()).toHaveLength(3));
    expect(await deadLetters()).toMatchObject([
      { key: 'bad', kind: 'poison', code: 'Error', tries: 3 },
      { kind: 'waiting', code: 'MESSAGE.WAITS' },
      { kind: 'waiting', code: 'MESSAGE.WAITS' },
    ]);
    await send(service.kafka, [aMessage('bad', 5), aMessage('good', 5)]);
    await eventually(async () => expect((await ledgerOf(service))['good']).toEqual([1, 2, 3, 4, 5]));
    await eventually(async () => expect(await deadLetters()).toHaveLength(4));
    expect(tries).toBe(3);
  });

  it('parks at once what a handler says can never work', async () => {
    let calls = 0;
    started({
      apply: () => {
        calls += 1;
        throw new PermanentError('TEST.NEVER', 'It never works');
      },
    });
    await send(service.kafka, [aMessage('bad', 1)]);
    await eventually(async () =>
      expect(await deadLetters()).toMatchObject([{ kind: 'permanent', code: 'TEST.NEVER', tries: 1 }]),
    );
    expect(calls).toBe(1);
  });

  it('waits for what goes away by itself, longer than three tries, and parks nothing', async () => {
    let calls = 0;
    const consumer = started({
      apply: async (events, em) => {
        calls += 1;
        if (calls <= 5) throw new TransientError('TEST.AWAY', 'It is away');
        await write(events, em);
      },
    });
    await send(service.kafka, [aMessage('a', 1)]);
    await eventually(() => consumer.waitingFor === 'It is away');
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1] }));
    expect(consumer.waitingFor).toBeUndefined();
    expect(await deadLetters()).toEqual([]);
    expect(await service.ask('select from handling_attempt')).toEqual([]);
  });

  it('goes on after its database connections were cut', async () => {
    started();
    await send(service.kafka, [aMessage('a', 1)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1] }));
    await service.ask(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await send(service.kafka, [aMessage('a', 2)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2] }));
  });

  it.each([
    ['TypeError', () => (undefined as unknown as { name: string }).name],
    ['RangeError', () => 'x'.repeat(-1)],
    ['SyntaxError', () => JSON.parse('{') as unknown],
    ['something that is no error', () => Promise.reject('a text')],
  ])('is not stopped by a %s in a handler', async (_, fail) => {
    started({
      apply: async (events, em) => {
        if (events.some(({ subject }) => subject === 'bad')) await fail();
        await write(events, em);
      },
    });
    await send(service.kafka, [aMessage('bad', 1), aMessage('good', 1)]);
    await eventually(async () => expect(await deadLetters()).toMatchObject([{ key: 'bad', tries: 3 }]));
    await send(service.kafka, [aMessage('good', 2)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ good: [1, 2] }));
  });

  it('counts and shows a gap in the numbers of a subject, and stops nothing', async () => {
    started();
    await send(service.kafka, [aMessage('a', 5), aMessage('a', 6), aMessage('a', 9)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [5, 6, 9] }));
    // What is published again after a cut is no gap, though its own numbers have one.
    const again = aMessage('a', 9);
    await send(service.kafka, [aMessage('a', 5), again, again, aMessage('a', 12)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [5, 6, 9, 5, 9, 12] }));
    expect(await service.ask('select subject, last::int, gaps::int from seen_sequence')).toEqual([
      { subject: 'a', last: 12, gaps: 4 },
    ]);
  });

  it('runs in one process only when told so; the other does not join, and takes over', async () => {
    const one = started({ activeOnlyOne: true });
    await eventually(() => one.hasJoined);
    const other = started({ activeOnlyOne: true });
    await send(
      service.kafka,
      numbers(30).map((number) => aMessage(`p${number}`, 1)),
    );
    await eventually(async () => expect(Object.keys(await ledgerOf(service))).toHaveLength(30));
    const outside = await seenFromOutside(service.kafka);
    expect([await outside.members('changes'), other.state]).toEqual([1, 'stand-by']);
    await outside.close();
    await one.stop();
    await send(service.kafka, [aMessage('later', 1)]);
    await eventually(async () => expect(await ledgerOf(service)).toMatchObject({ later: [1] }));
    expect(other.state).toBe('active');
  });

  it('shares the partitions with another process, and nothing is doubled when one comes and goes', async () => {
    started();
    const stream = (async () => {
      for (const round of numbers(20))
        await send(
          service.kafka,
          numbers(30).map((project) => aMessage(`p${project}`, round)),
        );
    })();
    const other = started({ orm: service.orm });
    await eventually(() => other.hasJoined);
    await stream;
    await other.stop();
    await eventually(async () => expect((await service.ask('select from ledger')).length).toBe(600));
    for (const lines of Object.values(await ledgerOf(service))) expect(lines).toEqual(numbers(20));
  });
});
