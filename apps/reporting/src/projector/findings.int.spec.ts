import {
  anOfficer,
  CompleteProjectChanged,
  CompleteProjectDeleted,
  PreparedProjectDeleted,
  TrustChanged,
} from '@academies/contracts';
import { aDatabase, type Database, projection } from '../fixtures/database.spec.ts';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aTrust } from '../fixtures/states.spec.ts';
import { currentReadModel } from '../read-model/read-model.ts';
import { schemaOf, tablesVersion } from '../read-model/tables.sql.ts';
import { buildReadModel } from './build-read-model.ts';
import { rebuildReadModel } from './rebuild-read-model.ts';

describe('Findings of the read model', () => {
  let database: Database;
  beforeEach(async () => void (database = await aDatabase()));
  afterEach(() => database.drop());

  const findings = async () => {
    const build = (await currentReadModel(database.session))?.build ?? '';
    const { rows } = await database.client.query<{ project_reference: string; rule: string; said: string }>(
      `select project_reference, rule, counts_from::text, team, assigned_to, said from ${schemaOf(build)}.finding order by project_reference, rule`,
    );
    return rows;
  };
  const named = async () => (await findings()).map(({ project_reference, rule }) => `${project_reference} ${rule}`);

  it('stand with their row, with the day from which they count, and go with it', async () => {
    await database.apply(...theRegister, started(aConversion()));
    expect(await findings()).toMatchObject([
      { project_reference: '1042/900123', rule: 'date-passed', counts_from: '2027-04-02', team: 'unassigned' },
    ]);
    await database.apply(received(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer }));
    expect(await findings()).toEqual([]);
  });

  it('follow the register, though no cell changes', async () => {
    await database.apply(...theRegister, started(aConversion()));
    await database.apply(received(TrustChanged, { trust: aTrust({ status: 'Proposed to close' }) }));
    expect(await named()).toEqual(['1042/900123 date-passed', '1042/900123 trust-closes']);
    await database.apply(received(TrustChanged, { trust: aTrust() }));
    expect(await named()).toEqual(['1042/900123 date-passed']);
  });

  it('say something else when a cell of their rule does, and the same when another one does', async () => {
    await database.apply(...theRegister, approved(anApprovedConversion()), created(activeInComplete()));
    const said = async () => (await findings()).find(({ rule }) => rule === 'date-passed')?.said;
    const before = await said();
    const change = (project: Parameters<typeof activeInComplete>[0]) =>
      database.apply(
        received(CompleteProjectChanged, { project: activeInComplete(project), changed: ['x'], by: null }),
      );
    await change({ group: 'GRP_00000009' });
    expect(await said()).toBe(before);
    await change({ significantDate: '2027-09-01' });
    expect(await said()).not.toBe(before);
  });

  it('name two projects that look like one, while both live', async () => {
    const twin = activeInComplete({ id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a77', prepareId: '1077' });
    const alike = async () => (await named()).filter((each) => each.endsWith('two-alike'));
    await database.apply(...theRegister, started(aConversion()));
    expect(await alike()).toEqual([]);
    await database.apply(approved(anApprovedConversion({ id: '1077' })), created(twin));
    expect(await alike()).toEqual(['1042/900123 two-alike', '1077/900123 two-alike']);
    await database.apply(
      received(CompleteProjectDeleted, { project: { ...twin, state: 'deleted' }, by: anOfficer }),
      started(aConversion({ id: '1077', status: 'withdrawn' })),
    );
    expect(await alike()).toEqual([]);
  });

  it('are the same when they are made again from the journal', async () => {
    await database.apply(...theRegister, started(aConversion()), started(aConversion({ id: '1078' })));
    const before = await findings();
    expect(await rebuildReadModel(projection, database.session, { keep: true })).toMatchObject({ same: true });
    expect(await findings()).toEqual(before);
  });

  it('and tables of an earlier release are told from those of this one', async () => {
    await database.client.query('update read_model set tables = 1');
    expect(await currentReadModel(database.session)).toMatchObject({ tables: 1 });
    await buildReadModel({ ...projection, fingerprint: 'later' }, database.session);
    expect(await currentReadModel(database.session)).toMatchObject({ build: 'later', tables: tablesVersion });
  });
});
