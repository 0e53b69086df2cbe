import {
  anExampleConstituency,
  anExampleEstablishment,
  anExampleTrust,
  ConstituencyChanged,
  EstablishmentChanged,
  EstablishmentRepublished,
  TrustChanged,
} from '@academies/contracts';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { applyRegisterEvents } from './apply-register-events.ts';
import type { RegisterEvent } from './copied-rows.ts';
import { emptyCopy } from './empty-copy.ts';

const school = (urn: string, sequence: number): RegisterEvent => ({
  type: sequence % 3 === 0 ? EstablishmentRepublished.type : EstablishmentChanged.type,
  sequence,
  value: { establishment: { ...anExampleEstablishment, urn, name: `State ${sequence} of ${urn}` } },
});
const published = [
  ...['900001', '900002', '900003'].flatMap((urn) => [1, 2, 3, 4].map((sequence) => school(urn, sequence))),
  { type: TrustChanged.type, sequence: 1, value: { trust: anExampleTrust } },
  { type: TrustChanged.type, sequence: 2, value: { trust: { ...anExampleTrust, name: "O'Larkmere? 'Trust'" } } },
  { type: ConstituencyChanged.type, sequence: 1, value: { constituency: anExampleConstituency } },
];

describe('A copy of the register', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await freshDatabase('register_copy');
    orm = await emptyCopy(database.url);
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });
  const apply = (events: RegisterEvent[]) => orm.em.fork().transactional((em) => applyRegisterEvents(events, em));
  const all = async () =>
    orm.em.fork().execute(`
      select urn as key, sequence, state from register_establishment union all
      select group_uid, sequence, state from register_trust union all
      select name, sequence, state from register_constituency order by 1`);

  it('is what was published last, in whatever order and however often it is delivered', async () => {
    await apply(published);
    const expected = await all();
    expect(expected).toHaveLength(5);
    const deliveries = fc.array(fc.shuffledSubarray(published, { minLength: 1 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(deliveries, async (batches) => {
        await orm.em.fork().execute('truncate register_establishment, register_trust, register_constituency');
        for (const batch of [...batches, [...published].reverse()]) await apply(batch);
        expect(await all()).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('says what has really changed', async () => {
    await orm.em.fork().execute('truncate register_establishment, register_trust, register_constituency');
    expect(await apply(published)).toEqual({
      establishments: ['900001', '900002', '900003'],
      trusts: [anExampleTrust.groupUid],
      constituencies: [anExampleConstituency.name],
    });
    expect(await apply([...published, school('900002', 5)])).toEqual({
      establishments: ['900002'],
      trusts: [],
      constituencies: [],
    });
  });

  it('goes back with the transaction that it was part of', async () => {
    const before = await all();
    const failing = orm.em.fork().transactional(async (em) => {
      await applyRegisterEvents([school('900009', 1)], em);
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await all()).toEqual(before);
  });
});
