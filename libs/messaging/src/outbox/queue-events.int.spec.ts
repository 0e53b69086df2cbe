import { InvalidError, newEvent, PermanentError, PreparedProjectChanged, withTrace } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { aChange } from '../fixtures/events.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { queueEvents } from './queue-events.ts';
import { republish } from './republish.ts';

describe('The outbox', () => {
  let service: Service;
  const queue = (...events: Parameters<typeof queueEvents> extends [unknown, ...infer Rest] ? Rest : never) =>
    service.orm.em.fork().transactional((em) => queueEvents(em, ...events));
  const rows = () =>
    service.ask<{ subject: string; sequence: number }>('select subject, sequence::int from outbox order by id');

  beforeAll(async () => {
    service = await aService();
  });
  beforeEach(() => service.ask('truncate outbox, subject_sequence'));
  afterAll(() => service.close());

  it('keeps events when the change is committed, and not when it is undone', async () => {
    await queue(aChange('a'));
    const undone = service.orm.em.fork().transactional(async (em) => {
      await queueEvents(em, aChange('a'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await queue(aChange('a'));
    expect(await rows()).toEqual([
      { subject: 'a', sequence: 1 },
      { subject: 'a', sequence: 2 },
    ]);
  });

  it('refuses to be used outside of a transaction', () =>
    expect(queueEvents(service.orm.em.fork(), aChange('a'))).rejects.toThrow('in the transaction of their change'));

  it('refuses an event that is not what its type says', () => {
    const event = newEvent(PreparedProjectChanged, { key: 'a', subject: 'a', value: { by: 'nobody' } as never });
    return expect(queue(event)).rejects.toThrow(PermanentError);
  });

  it('refuses what Kafka would not take, while the person can still be told', () => {
    const { project, ...rest } = PreparedProjectChanged.example();
    const large = { ...rest, project: { ...project, schools: undefined, name: 'x'.repeat(1_000_001) } };
    const schema = { ...PreparedProjectChanged, value: { safeParse: (data: unknown) => ({ success: true, data }) } };
    return expect(queue(newEvent(schema as never, { key: 'a', subject: 'a', value: large as never }))).rejects.toThrow(
      InvalidError,
    );
  });

  it('numbers a subject without a gap, though many write at the same time, in the order of their ids', async () => {
    await Promise.all(Array.from({ length: 40 }, () => queue(aChange('a'), aChange('b'), aChange('a'))));
    const numbers = (subject: string) =>
      rows().then((all) => all.filter((row) => row.subject === subject).map(({ sequence }) => sequence));
    expect(await numbers('a')).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(await numbers('b')).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('carries the trace of what was being done', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await withTrace(trace, () => queue(aChange('a')));
    expect(await service.ask('select headers from outbox')).toEqual([{ headers: { traceparent: trace } }]);
  });

  it('gets the whole present state again; a change under way has the later number', async () => {
    const subjects = ['a', 'b', 'c', 'd', 'e'];
    await queue(aChange('b'));
    const underWay = service.orm.em.fork();
    await underWay.begin();
    await queueEvents(underWay, aChange('b'));
    let read = 0;
    const republishing = republish(service.orm, {
      subjectsAfter: async (_, last, count) => subjects.filter((subject) => subject > (last ?? '')).slice(0, count),
      eventsOf: async (_, chunk) => {
        read += 1;
        return chunk.map(aChange);
      },
      chunk: 2,
    });
    await eventually(
      async () =>
        (
          await service.ask(
            "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
          )
        ).length > 0,
    );
    expect(read).toBe(0);
    await underWay.commit();
    expect(await republishing).toBe(5);
    expect((await rows()).map(({ subject, sequence }) => `${subject}${sequence}`)).toEqual([
      'b1',
      'b2',
      'a1',
      'b3',
      'c1',
      'd1',
      'e1',
    ]);
  });
});
