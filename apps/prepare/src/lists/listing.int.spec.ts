import { anExampleEstablishment, EstablishmentChanged, TrustChanged } from '@academies/contracts';
import { applyRegisterEvents, wordsQuery } from '@academies/register';
import { joined, type TestDatabase, testDatabase } from '../fixtures/test-database.spec.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase('prepare_listing')));
afterAll(() => database.drop());

const found = async (typed: string): Promise<string[]> => {
  const rows = await database.all<{ id: string }>(
    'select project_id as id from project_listing where words @@ ?::tsquery order by number',
    [wordsQuery(typed)],
  );
  return rows.map(({ id }) => id);
};
const school = (name: string) => ({ establishment: { ...anExampleEstablishment, urn: '900124', ukprn: null, name } });
const changed = (value: ReturnType<typeof school>, sequence: number) => ({
  type: EstablishmentChanged.type,
  value,
  sequence,
});

describe('The row of a project on lists', () => {
  it('has the TRN and the name that the register has for its trust, and the person who has it', async () => {
    const id = await database.have({ assignedTo: { email: 'petra@education.gov.uk', name: 'Petra Lindley' } });
    const typed = [
      joined.trn,
      `TRN ${joined.trn}`,
      joined.ukprn,
      'larkmere learning',
      'LARKMERE, Learning',
      'lindley',
      id,
    ];
    for (const one of typed as string[]) expect(await found(one)).toContain(id);
  });

  it('follows a school or a trust that the register names anew, in the same transaction', async () => {
    const id = await database.have({ academies: [{ urn: '900124' }] });
    await database.orm.em.fork().transactional(async (em) => {
      const trust = { ...joined, name: 'Harbour Trust', trn: 'TR90043' };
      await applyRegisterEvents(
        [changed(school('Brookside School'), 2), { type: TrustChanged.type, value: { trust }, sequence: 2 }],
        em,
      );
      expect(await found('brookside')).toEqual([]);
    });
    for (const typed of ['brookside', 'harbour brookside', 'TR90043 brookside'])
      expect(await found(typed)).toEqual([id]);
    expect(await found('900124 larkmere')).toEqual([]);
  });

  it('has the name that stands after a project and its school changed at the same moment', async () => {
    const em = database.orm.em.fork();
    await em.begin();
    await applyRegisterEvents([changed(school('Weirside School'), 3)], em);
    const started = database.have({ academies: [{ urn: '900124' }] });
    await em.commit();
    const id = await started;
    expect(await found('weirside')).toContain(id);
    expect(await found('brookside')).toEqual([]);
  });

  it('has the DfE number and the name of a trust that is being formed, however they are typed', async () => {
    const incomingTrust = { ukprn: null, trn: 'TR90555', name: 'Saint Anne & Three Rivers Trust' };
    const id = await database.have({ academies: [{ urn: '900124' }], formingAMat: true, incomingTrust });
    for (const one of ['911/2042', '911 / 2042', 'st anne and three', 'TR90555', 'trn: tr90555', 'URN: 900 124'])
      expect(await found(one)).toContain(id);
  });

  it('goes with the project', async () => {
    const id = await database.have({ deleted: true });
    expect(await found(id)).toEqual([]);
  });

  it('is as a new one would be, whatever happened to it', async () => {
    const all = 'select * from project_listing order by project_id';
    const before = await database.all(all);
    await database.all('delete from project_listing');
    await database.all('select list_projects(array(select id from project))');
    expect(await database.all(all)).toEqual(before);
  });
});
