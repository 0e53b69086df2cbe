import { anOfficer, CompleteProjectChanged, EstablishmentChanged, PreparedProjectChanged } from '@academies/contracts';
import {
  type ConsumerRunner,
  createTopics,
  eventConsumers,
  type KafkaSettings,
  MessagingModule,
} from '@academies/messaging';
import { eventually, freshNamespace } from '@academies/testing';
import { MikroORM } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy, Server } from '@nestjs/microservices';
import { pino } from 'pino';
import { type Database, aDatabase, projection } from '../fixtures/database.spec.ts';
import { approved, received, created, started } from '../fixtures/events.spec.ts';
import { theSources } from '../fixtures/sources.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aSchool } from '../fixtures/states.spec.ts';
import { Reading } from '../database/reading.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { rowTable } from '../read-model/tables.sql.ts';
import { Projector, projectionToken } from './projector.ts';
import { rebuildReadModel } from './rebuild-read-model.ts';

const quiet = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
const urn = (index: number) => String(600_000 + index);
const id = (index: number) => String(9_000 + index);
const mine = (index: number) => ({ id: id(index), academies: [{ urn: urn(index) }] });
const theirs = (index: number) => ({
  id: `01999c5e-7a10-7c3e-9b1a-${String(index).padStart(12, '0')}`,
  prepareId: id(index),
  urn: urn(index),
});

/** The projector as Nest finds it in the service, without pages. */
function projectorAlone(orm: MikroORM, kafka: KafkaSettings) {
  @Module({})
  class Parts {}
  @Module({})
  class ProjectorAlone {}
  const providers = [
    { provide: MikroORM, useValue: orm },
    { provide: projectionToken, useValue: projection },
  ];
  return {
    module: ProjectorAlone,
    imports: [
      { module: Parts, global: true, providers, exports: [MikroORM, projectionToken] },
      MessagingModule.forRoot({ kafka, orm: MikroORM, logger: quiet }),
    ],
    controllers: [Projector],
  };
}

describe('The projector', () => {
  const kafka = { ...freshNamespace('reporting'), fetchWaitMs: 50 };
  let database: Database;
  let sources: Awaited<ReturnType<typeof theSources>>;
  let reading: Reading;
  let check: FreshnessCheck;
  const projectors: ConsumerRunner[] = [];

  const startProjector = async () => {
    const app = await NestFactory.createApplicationContext(projectorAlone(database.orm, kafka), { logger: false });
    const [strategy] = eventConsumers(app) as [CustomTransportStrategy & Server];
    strategy.listen(() => {});
    const projector = strategy.unwrap<ConsumerRunner>();
    projectors.push(projector);
    return projector;
  };
  const rows = async () => (await database.client.query(`select * from ${rowTable(projection.fingerprint)}`)).rows;
  const freshness = () => check.now();
  /** As when a process is killed: its lock and what it has in hand are gone at once. The tests' own connections stay. */
  const cutOff = () =>
    database.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'tests'",
    );

  beforeAll(async () => {
    await createTopics(kafka, {}, quiet);
    [database, sources] = await Promise.all([aDatabase(), theSources(kafka)]);
    database.client.on('error', () => {});
    reading = new Reading(database.url, 1);
    check = new FreshnessCheck(reading, kafka);
  });
  afterAll(async () => {
    await Promise.all(projectors.map((projector) => projector.stop()));
    await sources.stop();
    await Promise.all([check.onApplicationShutdown(), reading.onApplicationShutdown()]);
    await database.drop();
  });

  it('makes a row of events from all services, and knows how fresh it is', async () => {
    await startProjector();
    await sources.publish(
      received(EstablishmentChanged, { establishment: aSchool() }, { key: '900123', subject: '900123' }),
      approved(anApprovedConversion()),
      created(activeInComplete()),
    );
    const published = new Date();
    await eventually(async () =>
      expect(await rows()).toMatchObject([
        {
          project_reference: '1042/900123',
          school_name: 'Larkmere Primary School',
          complete_state: 'active',
          handover_state: 'created',
        },
      ]),
    );
    await eventually(async () => {
      const fresh = await freshness();
      expect(fresh).toMatchObject({ waiting: 0, heldBack: 0 });
      expect(fresh.asOf?.getTime()).toBeGreaterThan(published.getTime());
    });
  });

  it('has one active process; a stand-by takes over where it was cut off, and no event is lost or doubled', async () => {
    const [first] = projectors;
    const second = await startProjector();
    expect([first?.state, second.state]).toEqual(['active', 'stand-by']);

    const count = 60;
    const all = Array.from({ length: count }, (_, index) => index);
    const publishing = (async () => {
      await sources.publish(...all.map((index) => started(aConversion(mine(index)))));
      for (let round = 1; round <= 5; round++)
        await sources.publish(
          ...all.flatMap((index) => [
            received(
              PreparedProjectChanged,
              {
                project: aConversion({ ...mine(index), proposedDate: `2028-0${round}-01` }),
                changed: ['proposedDate'],
                by: anOfficer,
              },
              { key: id(index), subject: id(index) },
            ),
          ]),
        );
      await sources.publish(
        ...all.flatMap((index) => [approved(anApprovedConversion(mine(index)))]),
        ...all.map((index) => created(activeInComplete(theirs(index)))),
        ...all.map((index) =>
          received(
            CompleteProjectChanged,
            {
              project: activeInComplete({ ...theirs(index), twoRequiresImprovement: true }),
              changed: ['twoRequiresImprovement'],
              by: anOfficer,
            },
            { key: id(index), subject: theirs(index).id },
          ),
        ),
      );
    })();
    for (let cut = 0; cut < 4; cut++) {
      await cutOff();
      await eventually(() => projectors.some(({ state }) => state === 'active'));
      expect(projectors.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1);
    }
    await publishing;

    await eventually(async () => {
      const done = (await rows()).filter(
        (row) => row.two_requires_improvement === 'yes' && row.prepare_status === 'approved with conditions',
      );
      expect(done).toHaveLength(count);
    });
    const { rows: doubled } = await database.client.query(
      'select event_id from journal group by event_id having count(*) > 1',
    );
    expect(doubled).toEqual([]);
    const { rows: taken } = await database.client.query('select count(*)::int as events from journal');
    expect(taken).toEqual([{ events: 3 + count * 9 }]);
    expect((await rebuildReadModel(projection, database.session, { keep: false })).same).toBe(true);
    expect(await freshness()).toMatchObject({ heldBack: 0 });
  });
});
