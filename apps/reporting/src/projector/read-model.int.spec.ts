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
import type { ReceivedEvent } from '@academies/messaging';
import { aDatabase, type Database, projection } from '../fixtures/database.spec.ts';
import { approved, received, created, started } from '../fixtures/events.spec.ts';
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
} from '../fixtures/states.spec.ts';
import { currentReadModel } from '../read-model/read-model.ts';
import { rowTable, schemaOf } from '../read-model/tables.sql.ts';
import { buildReadModel } from './build-read-model.ts';
import { hashOf, rebuildReadModel } from './rebuild-read-model.ts';

describe('The read model', () => {
  let database: Database;
  beforeEach(async () => void (database = await aDatabase()));
  afterEach(() => database.drop());

  const apply = (...events: ReceivedEvent[]) => database.apply(...events);
  const build = async () => (await currentReadModel(database.session))?.build as string;
  const row = async (reference = '1042/900123') =>
    (await database.client.query(`select * from ${rowTable(await build())} where project_reference = $1`, [reference]))
      .rows[0];
  const hash = async () => (await database.session.all(hashOf(await build())))[0];
  const history = async (column: string) =>
    (
      await database.client.query(
        `select old, new from ${schemaOf(projection.fingerprint)}.changed_cell where "column" = $1 order by position`,
        [column],
      )
    ).rows;

  it('renders what it stored earlier with what comes now, in whatever batches', async () => {
    await apply(started(aConversion()));
    await apply(received(EstablishmentChanged, { establishment: aSchool() }));
    await apply(
      received(TrustChanged, { trust: aTrust() }),
      received(LocalAuthorityChanged, { localAuthority: anAuthority(), by: null }),
    );
    await apply(received(ConstituencyChanged, { constituency: aConstituency() }));
    expect(await row()).toMatchObject({
      school_name: 'Larkmere Primary School',
      incoming_trust_name: 'Larkmere Learning Trust',
      local_authority_address_1: 'Civic House',
      mp_name: 'Bea Holloway',
    });
    await apply(received(ConstituencyChanged, { constituency: aConstituency({ mp: null }) }));
    expect(await row()).toMatchObject({ mp_name: null, mp_constituency: 'Marrowby North' });
  });

  it('finds the member of a seat by its code, else by its name however it is spelt, whichever comes first', async () => {
    const seat = (name: string, code: string | null, member: string) =>
      received(ConstituencyChanged, { constituency: aConstituency({ name, code, mp: { name: member, email: null } }) });
    await apply(started(aConversion()), seat('St. Hedens, North (Co-op)', null, 'Di Roe'));
    await apply(
      received(EstablishmentChanged, {
        establishment: aSchool({ constituency: { code: 'E14009903', name: 'Saint Hedens North' } }),
      }),
    );
    expect(await row()).toMatchObject({ mp_name: 'Di Roe' });
    await apply(seat('Somewhere else', 'E14009903', 'Ed Sark'));
    expect(await row()).toMatchObject({ mp_name: 'Ed Sark' });
    await apply(seat('ST HEDENS NORTH', null, 'Fi Tarn'));
    expect(await row()).toMatchObject({ mp_name: 'Ed Sark' });
  });

  it('follows a trust that gives its UKPRN up for another', async () => {
    await apply(started(aConversion()), received(TrustChanged, { trust: aTrust() }));
    await apply(received(TrustChanged, { trust: aTrust({ ukprn: '19000043' }) }));
    expect((await row()).incoming_trust_name).toBeNull();
  });

  it('keeps every changed cell with the event that changed it, also within one batch', async () => {
    const dates = ['2027-05-01', '2027-06-01', '2027-07-01'];
    await apply(
      started(aConversion()),
      ...dates.map((proposedDate) =>
        received(PreparedProjectChanged, {
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
    await apply(started(aConversion()));
    await apply(received(PreparedProjectDeleted, { project: aConversion({ deleted: true }), by: anOfficer }));
    expect(await row()).toBeUndefined();
    expect((await history('school_urn')).at(-1)).toEqual({ old: '900123', new: null });
  });

  it('takes odd characters without harm', async () => {
    await apply(
      started(aConversion({ assignedTo: { email: 'a@education.gov.uk', name: 'A\0da \ud800, "x"\r\nLovelace' } })),
    );
    expect((await row()).prepare_assigned_to_name).toBe('Ada \ufffd, "x"\nLovelace');
  });

  it('of other columns is built from the journal, and read from when it is complete', async () => {
    await apply(started(aConversion()), approved(anApprovedConversion()));
    const fewer = {
      ...projection,
      fingerprint: 'fewer',
      columns: projection.columns.filter(({ group }) => group !== 'contacts'),
    };
    expect((await currentReadModel(database.session))?.fingerprint).toBe(projection.fingerprint);
    await buildReadModel(fewer, database.session);
    expect(await currentReadModel(database.session)).toMatchObject({ fingerprint: 'fewer', position: 2 });
    const { rows } = await database.client.query(`select count(*)::int as rows from ${rowTable('fewer')}`);
    expect(rows).toEqual([{ rows: 1 }]);
  });

  it('is the same, by hash, when events come twice, one by one, or from the journal', async () => {
    const events = [
      received(EstablishmentChanged, { establishment: aSchool() }),
      started(aConversion()),
      approved(anApprovedConversion()),
      received(TrustChanged, { trust: aTrust() }),
      created(activeInComplete()),
      approved(aTransfer()),
      received(HandoverRejected, {
        prepareId: '1043',
        urn: '900202',
        attempt: 1,
        reasons: [{ rule: 'r', message: 'Closed', fixOn: null }],
        at: '2026-10-06T15:00:00.000Z',
      }),
      created(aTransferInComplete()),
      received(CompleteProjectDeleted, { project: aTransferInComplete({ state: 'deleted' }), by: anOfficer }),
      received(TrustChanged, { trust: aTrust({ name: 'Larkmere Trust' }) }),
      received(ConstituencyChanged, { constituency: aConstituency() }),
    ];
    await apply(...events.slice(0, 7));
    for (const event of events.slice(5)) await apply(event);
    const before = await hash();
    await apply(...events, ...events);
    expect(await hash()).toEqual(before);

    expect(await rebuildReadModel(projection, database.session, { keep: true })).toEqual({
      before,
      after: before,
      same: true,
    });
    expect(await hash()).toEqual(before);
    await apply(received(TrustChanged, { trust: aTrust({ name: 'After the rebuild' }) }));
    expect((await row()).incoming_trust_name).toBe('After the rebuild');
  });
});
