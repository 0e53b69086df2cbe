import { jest } from '@jest/globals';
import { PreparedProjectChanged } from '@academies/contracts';
import { sql } from '@academies/database';
import { eventually } from '@academies/testing';
import fc from 'fast-check';
import type { OutgoingMessage } from '../broker/broker.ts';
import { endOffsets } from '../broker/open-broker.ts';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changesAsOf } from '../fixtures/subscriptions.ts';
import type { ConsumerRunner } from './consumer-runner.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(300_000);

const count = 1_000;

/** Texts that somebody could have thought of, and those that nobody would. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
  fc.constantFrom('', ' ', '\0', 'a\0b', '\uD800', '-1', '0', '2147483648', '9'.repeat(30), '0000-01-01T00:00:00Z'),
  fc.constantFrom('9999-12-31T23:59:59Z', '2027-04-01T09:00:00+23:59', 'k'.repeat(9_000), '__proto__', 'null'),
);
const header = fc.constantFrom('ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence', 'traceparent');

/** The example's own value, with another one at some place of it. */
const oddValue = fc.tuple(fc.nat(), fc.oneof(oddText, fc.jsonValue(), fc.constant(null))).map(([place, odd]) => {
  const value = PreparedProjectChanged.example() as unknown as { project: Record<string, unknown> };
  const names = Object.keys(value.project);
  return JSON.stringify({ ...value, project: { ...value.project, [names[place % names.length] as string]: odd } });
});

type Mutation = (message: OutgoingMessage) => OutgoingMessage;
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(header, oddText).map(([name, odd]): Mutation => {
    return (message) => ({ ...message, headers: { ...message.headers, [name]: odd } });
  }),
  fc.tuple(oddText, oddText).map(([name, odd]): Mutation => {
    return (message) => ({ ...message, headers: { ...message.headers, [`x${name}`]: odd } });
  }),
  fc
    .oneof(
      oddText,
      fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
    )
    .map((key): Mutation => {
      return (message) => ({ ...message, key });
    }),
  fc
    .oneof(
      oddValue,
      oddText,
      fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
    )
    .map((value): Mutation => {
      return (message) => ({ ...message, value });
    }),
);

describe('Messages that were changed at random in any part', () => {
  let service: Service;
  let consumer: ConsumerRunner;
  beforeAll(async () => {
    service = await aService();
    await service.ask(createLedger);
    await service.ask('create table state (project text primary key, state jsonb not null, at timestamptz not null)');
  });
  afterAll(async () => {
    await consumer.stop();
    await service.close();
  });

  it('are each parked, dropped or taken, and those around them are all there', async () => {
    const mutations = fc.sample(mutation, { seed: 20261129, numRuns: count });
    const odd = mutations.map((mutate, index) => mutate(aMessage(`odd${index}`, 1)));
    const good = Array.from({ length: count }, (_, index) => aMessage(`good${index % 20}`, Math.floor(index / 20) + 1));
    await send(
      service.kafka,
      good.flatMap((message, index) => [message, odd[index] as OutgoingMessage]),
    );
    await send(
      service.kafka,
      odd
        .slice(0, 200)
        .map((message) => ({ ...message, headers: { ...message.headers, ce_type: 'watermark.advanced.v1' } })),
      'watermarks',
    );
    consumer = aConsumer(service, {
      subscription: changesAsOf,
      apply: async (events, em) => {
        await write(events, em);
        for (const { key, value, time } of events)
          await sql(
            em,
            'insert into state values ($1, $2, $3) on conflict (project) do update set state = excluded.state',
            [key, JSON.stringify(value), time],
          );
      },
    });
    consumer.start();

    const ends = await endOffsets(service.kafka, ['prepare.projects', 'watermarks'], quiet);
    const published = Object.values(ends).flatMap((partitions) => Object.values(partitions).map(Number));
    const read = async () => {
      const [row] = await service.ask<{ read: number }>('select sum(next_offset)::int as read from consumer_position');
      return row?.read;
    };
    const sum = published.reduce((one, other) => one + other, 0);
    await eventually(async () => expect(await read()).toBe(sum), { within: 240_000, every: 200 });

    const ledger = await ledgerOf(service);
    const numbers = Array.from({ length: count / 20 }, (_, index) => index + 1);
    for (let project = 0; project < 20; project++) expect(ledger[`good${project}`]).toEqual(numbers);
    const [letters] = await service.ask<{ parked: number }>('select count(*)::int as parked from dead_letter');
    const taken = Object.values(ledger).flat().length - count;
    console.log(`Of ${count} changed messages ${taken} were taken and ${letters?.parked} parked, some twice the same`);
    expect(taken).toBeGreaterThan(count / 4);
    expect(taken + (letters?.parked ?? 0)).toBeGreaterThan(count * 0.95);
    expect(consumer.oddWatermarks.count).toBeGreaterThan(100);
    expect(consumer.waitingFor).toBeUndefined();
  });
});
