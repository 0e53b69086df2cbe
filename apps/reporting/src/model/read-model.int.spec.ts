import {
  anOfficer,
  CompleteProjectDeleted,
  ConstituencyChanged,
  EstablishmentChanged,
  HandoverRejected,
  LocalAuthorityChanged,
  PreparedProjectChanged,
  PreparedProjectDeleted,
  TrustChanged,
} from '@academies/contracts';
import { sqlOn } from '../database/sql.ts';
import { aDatabase, type Database, projection } from '../examples/database.spec.ts';
import { approved, arrived, created, started } from '../examples/events.spec.ts';
import {
  aConstituency,
  aConversion,
  activeInComplete,
  anApprovedConversion,
  anAuthority,
  aSchool,
  aTransfer,
  aTransferInComplete,
  aTrust,
} from '../examples/states.spec.ts';
import type { Arrived } from '../journal/append.ts';
import { buildReadModel } from './build-read-model.ts';
import { hashOf } from './hash.sql.ts';
import { currentReadModel } from './read-model.ts';
import { rebuildReadModel } from './rebuild-read-model.ts';
import { rowTable, schemaOf } from './model-tables.sql.ts';

describe('The read model', () => {
  let database: Database;
  beforeEach(async () => void (database = await aDatabase()));
  afterEach(() => database.drop());

  const take = (...events: Arrived[]) => database.take(...events);
  const row = async (reference = '1042/900123') =>
    (
      await database.client.query(`select * from ${rowTable(projection.fingerprint)} where project_reference = $1`, [
        reference,
      ])
    ).rows[0];
  const hash = async (fingerprint = projection.fingerprint) =>
    (await sqlOn(database.client).all(hashOf(fingerprint)))[0];
  const history = async (column: string) =>
    (
      await database.client.query(
        `select old, new from ${schemaOf(projection.fingerprint)}.changed_cell where "column" = $1 order by position`,
        [column],
      )
    ).rows;

  it('renders what it stored earlier with what comes now, in whatever batches', async () => {
    await take(started(aConversion()));
    await take(arrived(EstablishmentChanged, { establishment: aSchool() }));
    await take(
      arrived(TrustChanged, { trust: aTrust() }),
      arrived(LocalAuthorityChanged, { localAuthority: anAuthority(), by: null }),
    );
    await take(arrived(ConstituencyChanged, { constituency: aConstituency() }));
    expect(await row()).toMatchObject({
      school_name: 'Larkmere Primary School',
      incoming_trust_name: 'Larkmere Learning Trust',
      local_authority_address_1: 'Civic House',
      mp_name: 'Bea Holloway',
    });
    await take(arrived(ConstituencyChanged, { constituency: aConstituency({ mp: null }) }));
    expect(await row()).toMatchObject({ mp_name: null, mp_constituency: 'Marrowby North' });
  });

  it('follows a trust that gives its UKPRN up for another', async () => {
    await take(started(aConversion()), arrived(TrustChanged, { trust: aTrust() }));
    await take(arrived(TrustChanged, { trust: aTrust({ ukprn: '19000043' }) }));
    expect((await row()).incoming_trust_name).toBeNull();
  });

  it('keeps every changed cell with the event that changed it, also within one batch', async () => {
    const dates = ['2027-05-01', '2027-06-01', '2027-07-01'];
    await take(
      started(aConversion()),
      ...dates.map((proposedDate) =>
        arrived(PreparedProjectChanged, {
          project: aConversion({ proposedDate }),
          changed: ['proposedDate'],
          by: anOfficer,
        }),
      ),
    );
    expect(await history('significant_date')).toEqual([
      { old: null, new: '2027-04-01' },
      { old: '2027-04-01', new: '2027-05-01' },
      { old: '2027-05-01', new: '2027-06-01' },
      { old: '2027-06-01', new: '2027-07-01' },
    ]);
    expect((await row()).significant_date).toBe('2027-07-01');
  });

  it('removes the row of a deleted project, and keeps in history what it said', async () => {
    await take(started(aConversion()));
    await take(arrived(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer }));
    expect(await row()).toBeUndefined();
    expect((await history('school_urn')).at(-1)).toEqual({ old: '900123', new: null });
  });

  it('takes odd characters without harm', async () => {
    await take(
      started(aConversion({ assignedTo: { email: 'a@education.gov.uk', name: 'A\0da \ud800, "x"\r\nLovelace' } })),
    );
    expect((await row()).prepare_assigned_to_name).toBe('Ada \ufffd, "x"\nLovelace');
  });

  it('of other columns is built from the journal, and read from when it is complete', async () => {
    await take(started(aConversion()), approved(anApprovedConversion()));
    const fewer = {
      ...projection,
      fingerprint: 'fewer',
      columns: projection.columns.filter(({ group }) => group !== 'contacts'),
    };
    expect((await currentReadModel(sqlOn(database.client)))?.fingerprint).toBe(projection.fingerprint);
    await buildReadModel(fewer, database.client);
    expect(await currentReadModel(sqlOn(database.client))).toMatchObject({ fingerprint: 'fewer', position: 2 });
    const { rows } = await database.client.query(`select count(*)::int as rows from ${rowTable('fewer')}`);
    expect(rows).toEqual([{ rows: 1 }]);
  });

  it('is the same, by hash, when events come twice, one by one, or from the journal', async () => {
    const events = [
      arrived(EstablishmentChanged, { establishment: aSchool() }),
      started(aConversion()),
      approved(anApprovedConversion()),
      arrived(TrustChanged, { trust: aTrust() }),
      created(activeInComplete()),
      approved(aTransfer()),
      arrived(HandoverRejected, {
        prepareId: '1043',
        urn: '900202',
        attempt: 1,
        reasons: [{ rule: 'r', message: 'Closed', mendedOn: null }],
        at: '2026-10-06T15:00:00.000Z',
      }),
      created(aTransferInComplete()),
      arrived(CompleteProjectDeleted, { project: aTransferInComplete({ state: 'deleted' }), by: anOfficer }),
      arrived(TrustChanged, { trust: aTrust({ name: 'Larkmere Trust' }) }),
      arrived(ConstituencyChanged, { constituency: aConstituency() }),
    ];
    await take(...events.slice(0, 7));
    for (const event of events.slice(5)) await take(event);
    const before = await hash();
    await take(...events, ...events);
    expect(await hash()).toEqual(before);

    expect(await rebuildReadModel(projection, database.client, { keep: true })).toEqual({
      before,
      after: before,
      same: true,
    });
    expect(await hash()).toEqual(before);
    await take(arrived(TrustChanged, { trust: aTrust({ name: 'After the rebuild' }) }));
    expect((await row()).incoming_trust_name).toBe('After the rebuild');
  });
});
