import { sqlOf } from '@academies/database';
import { eventually } from '@academies/testing';
import { countParkedKeys } from '../dead-letters/dead-letters.ts';
import { aChange } from '../fixtures/events.ts';
import { aConsumer, createLedger, write } from '../fixtures/ledger.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changesAsOf } from '../fixtures/subscriptions.ts';
import { queueEvents } from '../outbox/queue-events.ts';
import { Relay } from '../relay/relay.ts';
import type { ConsumerRunner } from './consumer-runner.ts';
import { asOf, lastWords } from './received-watermarks.ts';

describe('As of', () => {
  let service: Service;
  let relay: Relay;
  let consumer: ConsumerRunner;
  const reader = (sources: string[]) => asOf(sqlOf(service.orm.em.fork()), changesAsOf, sources);
  const readerKnows = async () => (await reader(['prepare'])).moment;
  const commit = async (project: string): Promise<number> => {
    await service.orm.em.fork().transactional((em) => queueEvents(em, aChange(project)));
    const [row] = await service.ask<{ now: string }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::text as now',
    );
    return Number(row?.now);
  };

  beforeEach(async () => {
    service = await aService();
    await service.ask(createLedger);
    relay = new Relay({
      orm: service.orm,
      kafka: service.kafka,
      source: 'prepare',
      logger: quiet,
      watermarkEveryMs: 100,
      counts: { parked_keys: countParkedKeys },
    });
  });
  afterEach(async () => {
    await Promise.all([relay.stop(), consumer.stop()]);
    await service.close();
  });

  it('moves on when all that was committed before has been read, and while nothing happens', async () => {
    consumer = aConsumer(service, { subscription: changesAsOf });
    consumer.start();
    relay.start();
    const committed = await commit('a');
    await eventually(async () => expect((await readerKnows())?.getTime()).toBeGreaterThan(committed));
    expect(await service.ask('select from ledger')).toHaveLength(1);
    const later = Date.now();
    await eventually(async () => expect((await readerKnows())?.getTime()).toBeGreaterThan(later));
    expect((await service.ask('select from received_watermark')).length).toBeLessThan(4);
    expect(await service.ask('select from inbox')).toHaveLength(1);
  });

  it('never runs ahead of a reader that has not read up to it', async () => {
    let isOpen = false;
    consumer = aConsumer(service, {
      subscription: changesAsOf,
      batchSize: 1,
      apply: async (events, em) => {
        while (!isOpen) await new Promise((resolve) => setTimeout(resolve, 20));
        await write(events, em);
      },
    });
    relay.start();
    const committed = await commit('a');
    await relay.drain();
    consumer.start();
    await eventually(() => consumer.hasJoined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await readerKnows())?.getTime() ?? 0).toBeLessThanOrEqual(committed);
    isOpen = true;
    await eventually(async () => expect((await readerKnows())?.getTime()).toBeGreaterThan(committed));
  });

  it('comes with what waits for service support, also while an event that is not published holds it back', async () => {
    await commit('a');
    await service.ask(`update outbox set refused = 'too large'`);
    consumer = aConsumer(service, { subscription: changesAsOf });
    consumer.start();
    relay.start();
    const heard = async () => (await lastWords(sqlOf(service.orm.em.fork()), changesAsOf))[0];
    await eventually(async () =>
      expect(await heard()).toMatchObject({ source: 'prepare', counts: { parked_keys: 0 } }),
    );
    await service.ask(
      `insert into dead_letter (consumer_group, ordering_key, key, topic, partition, message_offset, event_id, headers, kind, code, message)
       values ('x', 'project 8', '8', 'prepare.projects', 1, 5, gen_random_uuid(), '{}', 'permanent', 'X', 'Y'),
              ('x', 'project 8', '8', 'prepare.projects', 1, 6, gen_random_uuid(), '{}', 'waiting', 'X', 'Y')`,
    );
    await eventually(async () => expect(await heard()).toMatchObject({ counts: { parked_keys: 1 } }));
    expect((await heard())?.secondsAgo).toBeLessThan(60);
  });

  it('is unknown while a source has not been heard, and names it', async () => {
    consumer = aConsumer(service, { subscription: changesAsOf });
    consumer.start();
    relay.start();
    await eventually(async () => expect(await readerKnows()).toBeDefined());
    expect(await reader(['prepare', 'complete'])).toEqual({ moment: undefined, heldBackBy: 'complete' });
  });
});
