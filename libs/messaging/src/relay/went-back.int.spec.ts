import { jest } from '@jest/globals';
import { newEvent, PreparedProjectChanged } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { aChange } from '../fixtures/events.ts';
import { quiet } from '../fixtures/quiet.ts';
import { readAll } from '../fixtures/read-all.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { queueEvents } from '../outbox/queue-events.ts';
import { Relay } from './relay.ts';
import type { OnWentBack } from './went-back.ts';

describe('A relay whose database went back', () => {
  let service: Service;
  let relay: Relay;
  const queue = (...projects: string[]) =>
    service.orm.em.fork().transactional((em) => queueEvents(em, ...projects.map(aChange)));
  const aRelay = (onWentBack: OnWentBack = { publishState: async () => {} }) => {
    const { orm, kafka } = service;
    relay = new Relay({ orm, kafka, source: 'prepare', logger: quiet, onWentBack });
    return relay;
  };
  const numbersOf = async (project: string) =>
    (await readAll(service.kafka, 'prepare.projects'))
      .filter(({ key }) => key === project)
      .map(({ headers }) => Number(headers['ce_sequence']));

  /** Three changes of a project are published; then the database is as it was after the first. */
  beforeEach(async () => {
    service = await aService();
    await queue('a');
    await aRelay().drain();
    await queue('a', 'b', 'a');
    await aRelay().drain();
    await service.ask('delete from outbox where id > 1');
    await service.ask(`update subject_sequence set last = 1 where subject = 'a'`);
    await service.ask(`delete from subject_sequence where subject = 'b'`);
  });
  afterEach(async () => {
    await relay.stop();
    await service.close();
  });

  it('finds it out, publishes the present state with higher numbers than it ever did, and tells the first lost event', async () => {
    await queue('a'); // before anybody knows: with a number that was given before
    await aRelay({ publishState: () => queue('a') }).drain();
    expect(await numbersOf('a')).toEqual([1, 2, 3, 2, 4]);
    expect(relay.findings).toEqual([
      expect.stringMatching(/^The database went back: it does not know 3 events .* prepare.project.changed.v1 of a, /),
    ]);
    await queue('b');
    await aRelay().drain();
    expect(await numbersOf('b')).toEqual([1, 2]);
    expect(relay.findings).toEqual([]);
  });

  it('publishes nothing before the service has said what is true now', async () => {
    let isPossible = false;
    await queue('c');
    aRelay({
      publishState: async () => {
        if (!isPossible) throw new Error('Not yet');
      },
    }).start();
    await eventually(() => relay.trouble === 'Not yet');
    expect(await numbersOf('c')).toEqual([]);
    isPossible = true;
    await eventually(async () => expect(await numbersOf('c')).toEqual([1]));
    expect(relay.findings).toHaveLength(1);
  });

  it('draws its numbers beyond the highest that an event carries, and lowers none', async () => {
    const numbered = (group: string | null) => {
      const { project, ...more } = PreparedProjectChanged.example();
      const value = { ...more, project: { ...project, group } };
      return newEvent(PreparedProjectChanged, { key: 'c', subject: 'c', value });
    };
    await service.ask('create sequence groups; create sequence others; create sequence ahead start 500');
    await service.ask(`select nextval('ahead')`);
    await service.orm.em
      .fork()
      .transactional((em) => queueEvents(em, ...['GRP_00000009', 'GRP_00000112', 'GRP_00000030', null].map(numbered)));
    await aRelay().drain();
    await service.ask('delete from outbox where id > 1');
    const of = 'project.group';
    await aRelay({ draws: { groups: of, ahead: of, others: 'project.nothing' }, publishState: async () => {} }).drain();
    const next = await service.ask(
      `select nextval('groups')::int as groups, nextval('ahead')::int as ahead, nextval('others')::int as others`,
    );
    expect(next).toEqual([{ groups: 113, ahead: 501, others: 1 }]);
  });

  it('says nothing of an event that somebody else has put into its topic', async () => {
    const { kafka, orm } = service;
    await aRelay().drain(); // it knows what it lost
    await send(kafka, [aMessage('a', 1, { headers: { ce_source: 'elsewhere' } })]);
    const published = jest.fn(async () => {});
    await aRelay({ publishState: published }).drain();
    expect([
      published.mock.calls,
      relay.findings,
      await orm.em.fork().execute('select from subject_sequence where subject = $$c$$'),
    ]).toEqual([[], [], []]);
  });

  it('is not taken for one when it has only forgotten what it published long ago', async () => {
    await aRelay().drain();
    await queue('a');
    await new Relay({ orm: service.orm, kafka: service.kafka, source: 'prepare', logger: quiet }).drain();
    await service.ask(
      'with gone as (delete from outbox returning event_id) insert into published_event select event_id from gone',
    );
    await aRelay().drain();
    expect(relay.findings).toEqual([]);
  });
});
