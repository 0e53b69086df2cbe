import { anOfficer, CompleteProjectChanged, EstablishmentChanged, PreparedProjectChanged } from '@academies/contracts';
import { createTopics } from '@academies/messaging';
import { eventually, freshNamespace } from '@academies/testing';
import { pino } from 'pino';
import { type Database, aDatabase, projection } from '../examples/database.spec.ts';
import { approved, arrived, created, started } from '../examples/events.spec.ts';
import { theSources } from '../examples/sources.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aSchool } from '../examples/states.spec.ts';
import { rowTable } from '../model/model-tables.sql.ts';
import { rebuildReadModel } from '../model/rebuild-read-model.ts';
import { Standings } from '../standing/standings.ts';
import { Projector } from './projector.ts';

const quiet = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
const urn = (index: number) => String(600_000 + index);
const id = (index: number) => String(9_000 + index);
const mine = (index: number) => ({ id: id(index), academies: [{ urn: urn(index) }] });
const theirs = (index: number) => ({
  id: `01999c5e-7a10-7c3e-9b1a-${String(index).padStart(12, '0')}`,
  prepareId: id(index),
  urn: urn(index),
});

describe('The projector', () => {
  const kafka = freshNamespace('reporting');
  let database: Database;
  let sources: Awaited<ReturnType<typeof theSources>>;
  const projectors: Projector[] = [];

  const startProjector = (orm = database.orm) => {
    const projector = new Projector({ orm, kafka, projection, databaseUrl: database.url, logger: quiet });
    projectors.push(projector);
    projector.listen(() => {});
    return projector;
  };
  const rows = async () => (await database.client.query(`select * from ${rowTable(projection.fingerprint)}`)).rows;
  const standings = () => new Standings(() => database.orm.em.fork(), kafka).now();
  /** As when a process is killed: its lock and what it has in hand are gone at once. */
  const cutOff = () =>
    database.client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );

  beforeAll(async () => {
    await createTopics(kafka, {}, quiet);
    [database, sources] = await Promise.all([aDatabase(), theSources(kafka)]);
    database.client.on('error', () => {});
  }, 60_000);
  afterAll(async () => {
    await Promise.all(projectors.map((projector) => projector.close()));
    await sources.stop();
    await database.drop();
  });

  it('makes a row of events from all services, and knows how fresh it is', async () => {
    startProjector();
    await sources.publish(
      arrived(EstablishmentChanged, { establishment: aSchool() }, { key: '900123', subject: '900123' }),
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
      const standing = await standings();
      expect(standing).toMatchObject({ waiting: 0, heldBack: 0 });
      expect(standing.asOf?.getTime()).toBeGreaterThan(published.getTime());
    });
  }, 60_000);

  it('has one active process; a stand-by takes over where it was cut off, and no event is lost or doubled', async () => {
    const [first] = projectors;
    const second = startProjector();
    expect([first?.consumer.standing, second.consumer.standing]).toEqual(['active', 'stand-by']);

    const count = 60;
    const all = Array.from({ length: count }, (_, index) => index);
    const publishing = (async () => {
      await sources.publish(...all.map((index) => started(aConversion(mine(index)))));
      for (let round = 1; round <= 5; round++)
        await sources.publish(
          ...all.flatMap((index) => [
            arrived(
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
          arrived(
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
      await eventually(() => projectors.some(({ consumer }) => consumer.standing === 'active'), { within: 20_000 });
      expect(projectors.filter(({ consumer }) => consumer.standing === 'active').length).toBeLessThanOrEqual(1);
    }
    await publishing;

    await eventually(
      async () => {
        const done = (await rows()).filter(
          (row) => row.two_requires_improvement === 'yes' && row.prepare_status === 'approved with conditions',
        );
        expect(done).toHaveLength(count);
      },
      { within: 60_000 },
    );
    const { rows: doubled } = await database.client.query(
      'select event_id from journal group by event_id having count(*) > 1',
    );
    expect(doubled).toEqual([]);
    const { rows: taken } = await database.client.query('select count(*)::int as events from journal');
    expect(taken).toEqual([{ events: 3 + count * 9 }]);
    expect((await rebuildReadModel(projection, database.client, { keep: false })).same).toBe(true);
    expect(await standings()).toMatchObject({ heldBack: 0 });
  }, 120_000);
});
