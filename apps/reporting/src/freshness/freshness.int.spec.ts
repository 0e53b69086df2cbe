import { createTopics } from '@academies/messaging';
import { eventually, freshNamespace } from '@academies/testing';
import { pino } from 'pino';
import { Reading } from '../database/reading.ts';
import { aDatabase, type Database } from '../fixtures/database.spec.ts';
import { started } from '../fixtures/events.spec.ts';
import { theSources } from '../fixtures/sources.spec.ts';
import { aConversion } from '../fixtures/states.spec.ts';
import { FreshnessCheck } from './freshness.ts';

describe('How fresh a file is', () => {
  const kafka = { ...freshNamespace('fresh'), fetchWaitMs: 50 };
  let database: Database;
  let sources: Awaited<ReturnType<typeof theSources>>;
  let reading: Reading;
  let check: FreshnessCheck;
  beforeAll(async () => {
    await createTopics(kafka, {}, pino({ level: 'silent' }));
    [database, sources] = await Promise.all([aDatabase(), theSources(kafka)]);
    reading = new Reading(database.url, 1);
    check = new FreshnessCheck(reading, kafka);
  });
  afterAll(async () => {
    await Promise.all([sources.stop(), check.onApplicationShutdown(), reading.onApplicationShutdown()]);
    await database.drop();
  });
  const publish = (...ids: string[]) => sources.publish(...ids.map((id) => started(aConversion({ id }))));
  /** As the consumer writes down how far it has read, and what a source has said. */
  const position = (topic: string, partition: number, next: number) =>
    database.session.all(
      `insert into consumer_position (consumer_group, topic, partition, next_offset) values ('reporting', $1, $2, $3)
       on conflict (consumer_group, topic, partition) do update set next_offset = excluded.next_offset`,
      [topic, partition, next],
    );
  const said = (source: string, secondsAgo: number) =>
    database.session.all(
      `insert into received_watermark values ('reporting', $1, now() - make_interval(secs => $2), '{}')`,
      [source, secondsAgo],
    );

  it('counts what waits at the very moment of the snapshot, not what waited a while ago', async () => {
    await publish('1');
    await eventually(async () => expect((await check.now()).waiting).toBe(1));
    const waiting = await reading.inSnapshot(async (_, sql) => {
      expect((await check.at(sql)).waiting).toBe(1);
      await publish('2', '3');
      return eventually(async () => {
        const now = (await check.at(sql)).waiting;
        expect(now).toBe(3);
        return now;
      });
    });
    expect(waiting).toBe(3);
    for (let partition = 0; partition < 12; partition++) await position('prepare.projects', partition, 100);
    expect((await check.now()).waiting).toBe(0);
  });

  it('is as old as the oldest word of any source, the register too, and names whose it is', async () => {
    await said('prepare', 1);
    await said('complete', 2);
    expect(await check.now()).toMatchObject({ asOf: null, heldBackBy: 'register' });
    await said('register', 600);
    const old = await check.now();
    expect(old.heldBackBy).toBe('register');
    expect(Date.now() - (old.asOf?.getTime() ?? 0)).toBeGreaterThan(590_000);
    await said('register', 3);
    expect(await check.now()).toMatchObject({ asOf: expect.any(Date), heldBackBy: null });
  });
});
