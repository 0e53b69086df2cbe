import {
  anExampleConstituency,
  anExampleEstablishment,
  anExampleTrust,
  ConstituencyChanged,
  EstablishmentChanged,
  TrustChanged,
  whyNotConvert,
} from '@academies/contracts';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { applyRegisterEvents } from './apply-register-events.ts';
import { constituenciesByName } from './constituencies.ts';
import { establishmentByUrn, establishmentsByUrn } from './establishments.ts';
import { lookUpSchools, lookUpTrusts } from './register-choices.ts';
import { searchSchools, searchTrusts } from './search.ts';
import { emptyCopy } from './empty-copy.ts';
import { academiesOfTrust, trustByTrn, trustByUkprn } from './trusts.ts';

const academy = {
  type: { code: '34', name: 'Academy converter' },
  trust: { code: '9042', name: 'Larkmere Learning Trust' },
};
const schools = [
  { urn: '900001', name: "St Tegla's Primary School" },
  { urn: '900002', name: 'École 100% "Tŷ" Primary', status: { code: '2', name: 'Closed' } },
  { urn: '900003', name: 'Larkmere Academy', ...academy },
  { urn: '900004', name: 'The Old Larkmere Academy', ...academy, status: { code: '2', name: 'Closed' } },
  { urn: '900006', name: 'St John and St James C.E. (V.A.) Primary' },
  {
    urn: '900007',
    name: "Saint Oswine’s and Æthel's School",
    localAuthority: { code: '912', name: 'Larkney' },
    establishmentNumber: '7101',
  },
  { urn: '900005', name: 'Without anything', status: { code: null, name: null }, type: { code: null, name: null } },
].map((school) => ({ ...anExampleEstablishment, ukprn: null, ...school }));
const trusts = [
  anExampleTrust,
  { ...anExampleTrust, groupUid: '9999', status: 'Closed', closedDate: '2020-08-31', name: 'The one before' },
  { ...anExampleTrust, groupUid: '9050', trn: 'TR90050', ukprn: null, name: 'Not yet Trust' },
];

describe('Looking things up in the register', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let em: EntityManager;
  beforeAll(async () => {
    database = await freshDatabase('register_look_ups');
    orm = await emptyCopy(database.url);
    em = orm.em.fork();
    await applyRegisterEvents(
      [
        ...schools.map((establishment) => ({ type: EstablishmentChanged.type, value: { establishment } })),
        ...trusts.map((trust) => ({ type: TrustChanged.type, value: { trust } })),
        { type: ConstituencyChanged.type, value: { constituency: anExampleConstituency } },
      ].map((event) => ({ ...event, sequence: 1 })),
      em,
    );
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });
  const found = async (...search: [string, Parameters<typeof searchSchools>[2]?]) =>
    (await searchSchools(em, ...search)).map(({ urn }) => urn);

  it('gives the whole state by URN, one or many', async () => {
    expect(await establishmentByUrn(em, '900001')).toEqual(schools[0]);
    expect(await establishmentByUrn(em, '123456')).toBeUndefined();
    expect([...(await establishmentsByUrn(em, ['900003', '123456', '900001', '900003'])).keys()].sort()).toEqual([
      '900001',
      '900003',
    ]);
    expect((await establishmentsByUrn(em, [])).size).toBe(0);
  });

  it('gives a trust by each of its numbers; of two with one number, the open one', async () => {
    expect(await trustByUkprn(em, anExampleTrust.ukprn as string)).toEqual({ ...anExampleTrust, otherUids: ['9999'] });
    expect((await trustByTrn(em, 'TR90042'))?.groupUid).toBe('9042');
    expect(await trustByTrn(em, 'TR00000')).toBeUndefined();
  });

  it('gives the open academies of a trust', async () =>
    expect((await academiesOfTrust(em, anExampleTrust)).map(({ urn }) => urn)).toEqual(['900003']));

  it('finds schools by words in any order, without case, accents and apostrophes, or by URN', async () => {
    expect(await found('st teglas')).toEqual(['900001']);
    expect(await found('PRIMARY ecole')).toEqual(['900002']);
    expect(await found(' 900003 ')).toEqual(['900003']);
    expect(await found('100%')).toEqual(['900002']);
    expect(await found('100_')).toEqual(['900002']);
    expect(await found('école 100')).toEqual(['900002']);
    expect(await found('?')).toEqual([]);
    expect(await found("'; drop table register_trust; --")).toEqual([]);
  });

  it.each([
    ['st. john & ST JAMES', '900006'],
    ['Saint John and St James', '900006'],
    ['CE VA', '900006'],
    ['c.e. (v.a.)', '900006'],
    ['saint oswines', '900007'],
    ["St Oswine's", '900007'],
    ['Aethel', '900007'],
    ['URN: 900006', '900006'],
    ['urn 900 006', '900006'],
    ['900\u200b006', '900006'],
    ['912/7101', '900007'],
    ['912 / 7101', '900007'],
  ])('finds a school by what people type: %s', async (typed, urn) => expect(await found(typed)).toEqual([urn]));

  it('puts names that start with what was typed first, and no more than asked for', async () => {
    expect(await found('larkmere')).toEqual(['900003', '900004']);
    expect(await found('larkmere', { limit: 1 })).toEqual(['900003']);
  });

  it('finds only open ones when asked', async () => {
    expect(await found('larkmere', { open: true })).toEqual(['900003']);
    expect(await found('larkmere', { open: false })).toEqual(['900004']);
  });

  it('finds those that can convert when asked, by the rule that judges them later', async () => {
    const kinds = ['01', '08', '10', '14', '15', '18', '34', '35', '40', '77'].flatMap((code) =>
      [null, 'Academies', 'FREE SCHOOLS', 'Colleges'].flatMap((typeGroup) =>
        [null, 'sixth form college', 'General Further Education College'].map((furtherEducationType) => ({
          type: { code, name: null },
          typeGroup,
          furtherEducationType,
        })),
      ),
    );
    const all = kinds.map((kind, index) => ({
      ...anExampleEstablishment,
      ...kind,
      urn: String(910000 + index),
      name: 'Kinddale School',
    }));
    await applyRegisterEvents(
      all.map((establishment) => ({ type: EstablishmentChanged.type, value: { establishment }, sequence: 1 })),
      em,
    );
    const can = all.filter((school) => whyNotConvert(school) === undefined).map(({ urn }) => urn);
    expect(can.length).toBeGreaterThan(5);
    expect(await found('kinddale', { converting: true, limit: 200 })).toEqual(can);
    expect(await found('kinddale', { limit: 200 })).toHaveLength(all.length);
  });

  it('finds trusts by name or any number', async () => {
    for (const text of ['larkmere trust', '19000042', 'tr90042', '09900042', '9042']) {
      expect((await searchTrusts(em, text, { open: true })).map(({ groupUid }) => groupUid)).toContain('9042');
    }
  });

  it('offers what was found to choose, each by its own number', async () => {
    expect(await lookUpTrusts(em, 'larkmere')).toEqual({
      matches: [
        {
          value: '19000042',
          text: 'Larkmere Learning Trust',
          hint: expect.stringContaining('UKPRN 19000042, TR90042'),
          numbers: ['TR90042'],
        },
      ],
      more: false,
    });
    expect((await lookUpTrusts(em, 'Not yet')).matches).toMatchObject([
      { text: 'Not yet Trust', whyNot: expect.stringContaining('has no UKPRN yet') },
    ]);
    expect((await lookUpSchools(em, '900001')).matches).toMatchObject([{ value: '900001', numbers: [] }]);
  });

  it('finds a constituency though the two files write it differently', async () =>
    expect([...(await constituenciesByName(em, ['MARROWBY  NORTH', 'Nowhere']))]).toEqual([
      ['MARROWBY  NORTH', anExampleConstituency],
    ]));
});
