import { sqlOf } from '@academies/database';
import { eventually } from '@academies/testing';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changesAsOf } from '../fixtures/subscriptions.ts';
import type { OutgoingMessage } from '../broker/broker.ts';
import { deadLetters } from '../dead-letters/dead-letters.ts';
import type { ConsumerRunner } from './consumer-runner.ts';
import { asOf } from './received-watermarks.ts';

const long = 'k'.repeat(8_000);
/** A random text, so that no index packs it. */
const incompressible = Array.from({ length: 4_000 }, () => Math.random().toString(36).slice(2, 4)).join('');

const aWatermark = (value: object, headers: Record<string, string> = {}): OutgoingMessage => ({
  ...aMessage('prepare', 1, { headers: { ce_type: 'watermark.advanced.v1', ...headers } }),
  topic: 'watermarks',
  value: JSON.stringify({ source: 'prepare', committedBefore: '2027-04-01T09:00:00.000Z', offsets: {}, ...value }),
});

describe('A message that is odd in any part of it', () => {
  let service: Service;
  let consumer: ConsumerRunner;
  const parked = () => deadLetters(service.orm.em.fork()).list();
  const started = (more: Parameters<typeof aConsumer>[1] = {}) => {
    consumer = aConsumer(service, { subscription: changesAsOf, ...more });
    consumer.start();
  };

  beforeEach(async () => {
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await consumer.stop();
    await service.close();
  });

  it.each([
    ['a key of 8 kB', aMessage(incompressible, 1, { headers: { ce_subject: 'x' } }), 'MESSAGE.KEY_TOO_LONG'],
    ['a subject of 8 kB', aMessage('odd', 1, { headers: { ce_subject: incompressible } }), 'MESSAGE.NO_EVENT'],
    ['a source of 8 kB', aMessage('odd', 1, { headers: { ce_source: incompressible } }), 'MESSAGE.NO_EVENT'],
    ['a type of 8 kB', aMessage('odd', 1, { headers: { ce_type: incompressible } }), 'MESSAGE.NO_EVENT'],
    ['an id that is none', aMessage('odd', 1, { headers: { ce_id: incompressible } }), 'MESSAGE.NO_EVENT'],
    ['a NUL in its subject', aMessage('odd', 1, { headers: { ce_subject: 'o\0dd' } }), 'MESSAGE.NO_EVENT'],
    [
      'a NUL in the name of a header',
      aMessage('odd', 1, { value: '{', headers: { 'a\0b': 'x' } }),
      'MESSAGE.BROKEN_JSON',
    ],
    ['a sequence of 20 digits', aMessage('odd', 1, { headers: { ce_sequence: '9'.repeat(20) } }), 'MESSAGE.NO_EVENT'],
    ['the year 0000', aMessage('odd', 1, { headers: { ce_time: '0000-01-01T00:00:00Z' } }), 'MESSAGE.NO_EVENT'],
  ])('with %s is parked, and those around it take effect', async (_, odd, code) => {
    await send(service.kafka, [aMessage('a', 1), odd, aMessage('a', 2)]);
    started();
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2] }));
    await eventually(async () => expect(await parked()).toMatchObject([{ kind: 'permanent', code }]));
    await send(service.kafka, [aMessage('a', 3)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3] }));
    expect(consumer.waitingFor).toBeUndefined();
  });

  it('has its key cut when that is too long, and those of the same key wait behind it', async () => {
    started();
    await send(service.kafka, [aMessage(long, 1), aMessage(`${long}er`, 1), aMessage(long, 2)]);
    await eventually(async () => expect(await parked()).toHaveLength(3));
    const keys = (await parked()).map(({ key }) => key);
    expect(keys[0]).toMatch(/^k{30}… \(SHA-256 [0-9a-f]{64}\)$/);
    expect(new Set(keys).size).toBe(2);
    expect(await service.ask('select from blocked_key')).toHaveLength(2);
  });

  it('with a sequence far beyond those before counts as a gap of as many', async () => {
    await send(service.kafka, [aMessage('a', 1), aMessage('a', 2_200_000_000)]);
    started({
      apply: (events, em) =>
        write(
          events.map((event) => ({ ...event, sequence: event.sequence % 7 })),
          em,
        ),
    });
    await eventually(async () => expect(Object.values(await ledgerOf(service)).flat()).toHaveLength(2));
    expect(await service.ask('select gaps::text from seen_sequence')).toEqual([{ gaps: '2199999998' }]);
  });

  it('is found by halves when only the database refuses it, in no more tries than that takes', async () => {
    const sizes: number[] = [];
    const all = Array.from({ length: 64 }, (_, index) => aMessage(`p${index}`, index === 40 ? 0 : 1));
    const inOnePartition = all.map((message) => ({ ...message, key: 'one key' }));
    await send(service.kafka, inOnePartition);
    started({
      apply: async (events, em) => {
        sizes.push(events.length);
        await write(events, em);
        if (events.some(({ sequence }) => sequence === 0)) await em.execute(`select 'x'::int`);
      },
    });
    await eventually(async () => expect(await parked()).toHaveLength(24));
    expect((await parked())[0]).toMatchObject({ kind: 'poison', code: '22P02', tries: 3 });
    expect(Object.keys(await ledgerOf(service))).toHaveLength(40);
    expect(sizes.length).toBeLessThan(16);
  });

  const asOfNow = async () => (await asOf(sqlOf(service.orm.em.fork()), changesAsOf, ['prepare'])).moment;

  it('is dropped and told when it is a watermark that cannot be', async () => {
    const good = aWatermark({ committedBefore: '2026-10-01T09:00:00.000Z' });
    await send(service.kafka, [aWatermark({ committedBefore: '0000-01-01T00:00:00.000Z' })], 'watermarks');
    await send(service.kafka, [aWatermark({ source: incompressible }), { ...good, value: '{' }], 'watermarks');
    await send(service.kafka, [aWatermark({ offsets: { 'a\0b': {} } }), good], 'watermarks');
    started();
    await eventually(async () => expect((await asOfNow())?.getFullYear()).toBe(2026));
    expect(await parked()).toEqual([]);
    expect(consumer.oddWatermarks).toMatchObject({ count: 4 });
    expect(consumer.oddWatermarks.last).toContain('A watermark was dropped');
  });

  it('is no promise of the future when it is a watermark of a clock that is wrong', async () => {
    await send(service.kafka, [aWatermark({ committedBefore: '2199-01-01T00:00:00.000Z' })], 'watermarks');
    started();
    await eventually(async () => expect(await asOfNow()).toBeDefined());
    expect((await asOfNow())?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
    expect(consumer.oddWatermarks.last).toBe(
      'A watermark of prepare is from the future, 2199-01-01T00:00:00.000Z, and counts as one of now',
    );
    const later = new Date(Date.now() + 2_000).toISOString();
    await eventually(() => new Date().toISOString() > later);
    await send(service.kafka, [aWatermark({ committedBefore: later })], 'watermarks');
    await eventually(async () => expect((await asOfNow())?.toISOString()).toBe(later));
  });
});
