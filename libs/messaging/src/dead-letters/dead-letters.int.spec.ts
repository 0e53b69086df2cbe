import { eventually } from '@academies/testing';
import type { ConsumerRunner } from '../consumer/consumer-runner.ts';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { deadLetters } from './dead-letters.ts';
import type { ParkedEvent } from './parked-event.ts';

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const json = (value: unknown) => JSON.stringify(value);

/** Five ways in which a message can be bad, and what is said of it. */
const faults = [
  { code: 'MESSAGE.BROKEN_JSON', with: { value: '{"project": ' } },
  { code: 'MESSAGE.WRONG_VALUE', with: { value: json({ project: 'not one' }) } },
  { code: 'MESSAGE.UNKNOWN_TYPE', with: { headers: { ce_type: 'prepare.project.painted.v1' } } },
  { code: 'MESSAGE.NO_KEY', with: { key: null } },
  { code: 'MESSAGE.NO_VALUE', with: { value: null } },
] as const;

describe('Dead letters', () => {
  let service: Service;
  let consumers: ConsumerRunner[];
  let mended: boolean;
  const started = (more: Parameters<typeof aConsumer>[1] = {}) => {
    const consumer = aConsumer(service, more);
    consumers.push(consumer);
    consumer.start();
    return consumer;
  };
  /** Handles all but a second event of a bad project, until it is mended. */
  const apply: NonNullable<Parameters<typeof aConsumer>[1]>['apply'] = async (events, em) => {
    if (!mended && events.some(({ subject, sequence }) => subject.startsWith('bad') && sequence === 2))
      throw new Error('broken');
    await write(events, em);
  };
  const parked = () => deadLetters(service.orm.em.fork());
  const states = () => service.ask<{ key: string; state: string }>('select key, state from dead_letter order by id');
  const eventuallyParked = (count: number) => eventually(async () => expect(await parked().list()).toHaveLength(count));

  beforeEach(async () => {
    mended = false;
    consumers = [];
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    await service.close();
  });

  it('park 100 bad messages among good ones, each with its reason; the good ones of other projects arrive', async () => {
    const bad = numbers(100).map((number) => {
      const fault = faults[number % faults.length] as (typeof faults)[number];
      return { fault, message: aMessage(`bad${number}`, 1, fault.with as object) };
    });
    const good = numbers(200).map((number) => aMessage(`good${number % 20}`, Math.ceil(number / 20)));
    started();
    await send(
      service.kafka,
      good.flatMap((message, index) => [message, ...(bad[index] ? [bad[index].message] : [])]),
    );
    await eventuallyParked(100);
    await eventually(async () => expect(Object.values(await ledgerOf(service)).flat()).toHaveLength(200));
    const reasons = Map.groupBy(await parked().list(), ({ code }) => code);
    expect(Object.fromEntries([...reasons].map(([code, these]) => [code, these.length]))).toEqual(
      Object.fromEntries(faults.map(({ code }) => [code, 20])),
    );
    for (const { kind, message } of await parked().list())
      expect([kind, message.length > 10]).toEqual(['permanent', true]);
  });

  it('keep a message byte for byte', async () => {
    started();
    const value = Buffer.from([0xff, 0xfe, 0x00, 0x7b]);
    await send(service.kafka, [
      aMessage('bad', 1, { value }),
      aMessage('x', 1, { key: Buffer.from([0xc3, 0x28]), headers: { odd: 'a\0b' } }),
    ]);
    await eventuallyParked(2);
    const rows = await service.ask('select key, raw_key, raw_value from dead_letter order by message');
    expect(rows).toContainEqual({ key: 'bad', raw_key: Buffer.from('bad'), raw_value: value });
    expect(rows).toContainEqual(expect.objectContaining({ key: null, raw_key: Buffer.from([0xc3, 0x28]) }));
  });

  it('are parked once, however often the message arrives', async () => {
    started();
    const broken = aMessage('bad', 1, { value: '{' });
    await send(service.kafka, [broken, broken]);
    await send(service.kafka, [broken, aMessage('good', 1)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ good: [1] }));
    await eventuallyParked(1);
  });

  it('are replayed in order while new events of the same keys arrive: none lost, none doubled, none out of order', async () => {
    started({ apply });
    started({ apply });
    const projects = numbers(10).map((number) => `bad${number}`);
    await send(
      service.kafka,
      projects.flatMap((project) => numbers(20).map((number) => aMessage(project, number))),
    );
    await eventuallyParked(190);
    mended = true;
    const stream = (async () => {
      for (const number of numbers(60, 21))
        await send(
          service.kafka,
          projects.map((project) => aMessage(project, number)),
        );
    })();
    expect(await parked().replay('all', 'support@example.com')).toBe(10);
    await stream;
    await eventually(async () => expect(Object.values(await ledgerOf(service)).flat()).toHaveLength(800));
    for (const lines of Object.values(await ledgerOf(service))) expect(lines).toEqual(numbers(80));
    expect(await parked().list()).toEqual([]);
    expect(await service.ask('select from blocked_key')).toEqual([]);
  });

  it('apply once their type is known', async () => {
    const unknown = aMessage('bad', 1, { headers: { ce_type: 'prepare.project.painted.v1' } });
    started();
    await send(service.kafka, [unknown, aMessage('bad', 2)]);
    await eventuallyParked(2);
    // A later version of contracts knows it; here the message is taken for what it then would be.
    await service.ask(`update dead_letter set headers = headers || '{"ce_type": "prepare.project.changed.v1"}'`);
    await parked().replay('bad');
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ bad: [1, 2] }));
  });

  it('stay parked when they fail again, with what went wrong this time', async () => {
    started({ apply });
    await send(
      service.kafka,
      numbers(3).map((number) => aMessage('bad', number)),
    );
    await eventuallyParked(2);
    expect(await parked().replay('bad')).toBe(1);
    await eventually(async () =>
      expect((await service.ask('select from blocked_key where request is null')).length).toBe(1),
    );
    expect(await parked().list()).toMatchObject([{ tries: 4, message: 'broken' }, { kind: 'waiting' }]);
    mended = true;
    await parked().replay('bad');
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ bad: [1, 2, 3] }));
  });

  it('are given up with a note, in one transaction with what the service makes of it, and those behind go on', async () => {
    const told: { key: string | null; kind: string }[] = [];
    const givenUp: { parked: ParkedEvent; note: string; by: string }[] = [];
    started({
      apply,
      onParked: async (_, { key, kind }) => void told.push({ key, kind }),
      onDiscarded: async (_, one, note, by) => void givenUp.push({ parked: one, note, by }),
    });
    await send(
      service.kafka,
      numbers(4).map((number) => aMessage('bad', number)),
    );
    await eventuallyParked(3);
    expect(told).toEqual([
      { key: 'bad', kind: 'poison' },
      { key: 'bad', kind: 'waiting' },
      { key: 'bad', kind: 'waiting' },
    ]);
    expect(await parked().discard('bad', 'Made by mistake', 'support@example.com')).toBe(1);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ bad: [1, 3, 4] }));
    expect(givenUp).toMatchObject([
      { note: 'Made by mistake', by: 'support@example.com', parked: { event: { sequence: 2 } } },
    ]);
    expect(await states()).toEqual([
      { key: 'bad', state: 'discarded' },
      { key: 'bad', state: 'replayed' },
      { key: 'bad', state: 'replayed' },
    ]);
    expect(await service.ask("select note, settled_by from dead_letter where state = 'discarded'")).toEqual([
      { note: 'Made by mistake', settled_by: 'support@example.com' },
    ]);
  });

  it('without a key wait alone, and are chosen by number', async () => {
    started();
    await send(service.kafka, [aMessage('x', 1, { key: null }), aMessage('y', 1, { key: null }), aMessage('good', 1)]);
    await eventuallyParked(2);
    const [first] = await parked().list();
    expect(await parked().discard(`#${first?.id}`, 'No key', 'support@example.com')).toBe(1);
    await eventuallyParked(1);
  });

  it('are parked though the service cannot take note of it', async () => {
    started({
      onParked: () => {
        throw new Error('The hook is broken');
      },
    });
    await send(service.kafka, [aMessage('bad', 1, { value: '{' })]);
    await eventuallyParked(1);
  });
});
