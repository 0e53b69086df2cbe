import { topics, WatermarkAdvanced } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { illBroker } from '../broker/ill-broker.spec.ts';
import { aChange } from '../fixtures/events.ts';
import { readAll } from '../fixtures/read-all.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { queueEvents } from '../outbox/queue-events.ts';
import { publishAgain, refusedEvents } from './refused-events.ts';
import { Relay } from './relay.ts';

describe('The relay', () => {
  let service: Service;
  let relays: Relay[];
  const aRelay = (more = {}) => {
    const relay = new Relay({ orm: service.orm, kafka: service.kafka, source: 'prepare', logger: quiet, ...more });
    relays.push(relay);
    return relay;
  };
  const queue = (...projects: string[]) =>
    service.orm.em.fork().transactional((em) => queueEvents(em, ...projects.map(aChange)));
  /** What readers see: an event that the broker was given twice counts once, as the first. */
  const published = async () => {
    const seen = await readAll(service.kafka, 'prepare.projects');
    return seen.filter(
      ({ headers }, index) => index === seen.findIndex((one) => one.headers['ce_id'] === headers['ce_id']),
    );
  };
  const watermarks = async () =>
    (await readAll(service.kafka, 'watermarks')).map(({ value }) => WatermarkAdvanced.value.parse(JSON.parse(value)));

  beforeEach(async () => {
    relays = [];
    service = await aService();
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await service.close();
  });

  it('publishes in CloudEvents binary mode, in the order of each subject, to the partition of the key', async () => {
    await queue('one', 'two', 'one');
    await queue('one');
    await aRelay().drain();
    const seen = await published();
    expect(seen.filter(({ key }) => key === 'one').map(({ headers }) => headers['ce_sequence'])).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(new Set(seen.filter(({ key }) => key === 'one').map(({ partition }) => partition)).size).toBe(1);
    expect(seen[0]?.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_source: 'prepare',
      ce_type: 'prepare.project.changed.v1',
      'content-type': 'application/json',
    });
    expect(await service.ask('select count(*)::int as count from outbox where published_at is null')).toEqual([
      { count: 0 },
    ]);
  });

  it('publishes what a transaction queued that began first and committed last', async () => {
    aRelay().start();
    const late = service.orm.em.fork();
    await late.begin();
    await queueEvents(late, aChange('late'));
    await queue('early');
    await eventually(async () => expect((await published()).map(({ key }) => key)).toEqual(['early']));
    await late.commit();
    await eventually(async () => expect((await published()).map(({ key }) => key).sort()).toEqual(['early', 'late']));
  });

  it('publishes at once, not at the next poll', async () => {
    const relay = aRelay();
    relay.start();
    await queue('warm');
    await relay.drain();
    const took: number[] = [];
    // Polls alone would take a second each time, since each begins after the one before; a busy machine is late some times.
    for (let time = 0; time < 5; time++) {
      const begin = performance.now();
      await queue('now');
      await eventually(async () => (await service.ask('select from outbox where published_at is null')).length === 0, {
        every: 5,
      });
      took.push(performance.now() - begin);
    }
    expect(Math.min(...took)).toBeLessThan(500);
  });

  it('is one at a time, and another takes over when its connection dies', async () => {
    const [one, other] = [aRelay(), aRelay()];
    one.start();
    await eventually(() => one.state === 'active');
    other.start();
    await queue('before');
    await one.drain();
    expect(other.state).toBe('stand-by');
    await service.ask(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())",
    );
    await queue('after');
    await eventually(async () => expect((await published()).map(({ key }) => key).sort()).toEqual(['after', 'before']));
    expect([one.state, other.state].sort()).toEqual(['active', 'stand-by']);
  });

  it('gives up the lead when it cannot reach Kafka, forgets its trouble, and stops at once though Kafka hangs', async () => {
    const broker = await illBroker(service.kafka);
    const [cutOff, other] = [aRelay({ kafka: broker.settings }), aRelay()];
    cutOff.start();
    await queue('before');
    await cutOff.drain();
    other.start();
    broker.hang();
    await queue('after');
    await eventually(() => Boolean(cutOff.trouble) && other.state === 'stand-by');
    await eventually(async () => expect((await published()).map(({ key }) => key).sort()).toEqual(['after', 'before']));
    expect([cutOff.state, other.state]).toEqual(['stand-by', 'active']);
    await eventually(() => cutOff.trouble === undefined);
    await other.stop();
    await eventually(() => cutOff.state === 'active');
    const asked = performance.now();
    await cutOff.stop();
    expect(performance.now() - asked).toBeLessThan(4_000);
    broker.close();
  });

  it('parks the key of an event that the broker refuses, and the others flow', async () => {
    await queue('good', 'large', 'large', 'good');
    await service.ask(`update outbox set payload = '"${'x'.repeat(1_100_000)}"' where id = 2`);
    await aRelay().drain();
    // The good ones go out again with each half that is tried; readers drop what they had.
    expect((await published()).map(({ key }) => key)).toEqual(['good', 'good']);
    expect(
      await service.ask(
        'select key, refused is not null as refused from outbox where published_at is null order by id',
      ),
    ).toEqual([
      { key: 'large', refused: true },
      { key: 'large', refused: false },
    ]);
    expect(await refusedEvents(service.orm.em.fork())).toMatchObject([{ topic: 'prepare.projects', key: 'large' }]);
  });

  it('publishes what was refused, and what waited behind it, once the cause is fixed and it is told so', async () => {
    await queue('large', 'large');
    await service.ask(`update outbox set payload = '"${'x'.repeat(1_100_000)}"' where id = 1`);
    const relay = aRelay();
    relay.start();
    await eventually(async () => expect(await refusedEvents(service.orm.em.fork())).toHaveLength(1));
    await service.ask(`update outbox set payload = (select payload from outbox where id = 2) where id = 1`);
    expect(await publishAgain(service.orm.em.fork(), 'another')).toBe(0);
    expect(await publishAgain(service.orm.em.fork(), 'large')).toBe(1);
    await eventually(async () =>
      expect((await published()).map(({ headers }) => headers['ce_sequence'])).toEqual(['1', '2']),
    );
  });

  it('says up to when all is published, though a transaction is open, and moves on when it has committed', async () => {
    const open = service.orm.em.fork();
    await open.begin();
    await queueEvents(open, aChange('open'));
    const [{ written }] = (await service.ask<{ written: Date }>('select clock_timestamp() as written')) as [
      { written: Date },
    ];
    aRelay({ watermarkEveryMs: 100 }).start();
    await queue('closed');
    // The open transaction does not hold the watermark back: what it wrote is committed later than T.
    await eventually(async () => {
      const last = (await watermarks()).at(-1);
      expect(Date.parse(last?.committedBefore ?? '')).toBeGreaterThan(new Date(written).getTime() + 200);
      expect(Object.keys(last?.offsets['prepare.projects'] ?? {})).toHaveLength(topics['prepare.projects'].partitions);
    });
    await open.commit();
    const [{ committed }] = (await service.ask<{ committed: Date }>('select clock_timestamp() as committed')) as [
      { committed: Date },
    ];
    const first = await eventually(async () => {
      const after = (await watermarks()).find(({ committedBefore }) => new Date(committedBefore) > new Date(committed));
      if (!after) throw new Error('not yet');
      return after;
    });
    const [event] = (await published()).filter(({ key }) => key === 'open');
    expect(BigInt(event?.offset ?? -1)).toBeLessThan(
      BigInt(first.offsets['prepare.projects']?.[String(event?.partition)] ?? 0),
    );
  });

  it('never promises more than is published: T stays behind what the broker has not taken', async () => {
    await queue('waiting');
    await service.ask("update outbox set refused = 'too large'");
    const [{ written }] = (await service.ask<{ written: Date }>('select created_at as written from outbox')) as [
      { written: Date },
    ];
    aRelay({ watermarkEveryMs: 100 }).start();
    await eventually(async () => (await watermarks()).length > 2);
    for (const { committedBefore } of await watermarks())
      expect(new Date(committedBefore).getTime()).toBeLessThanOrEqual(new Date(written).getTime());
  });
});
