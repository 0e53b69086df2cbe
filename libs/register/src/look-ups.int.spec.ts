import {
  anExampleConstituency,
  anExampleEstablishment,
  anExampleTrust,
  ConstituencyChanged,
  EstablishmentChanged,
  TrustChanged,
} from '@academies/contracts';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { applyRegisterEvents } from './apply-register-events.ts';
import { constituenciesByName } from './constituencies.ts';
import { establishmentByUrn, establishmentsByUrn } from './establishments.ts';
import { searchSchools, searchTrusts } from './search.ts';
import { emptyCopy } from './empty-copy.ts';
import { academiesOfTrust, trustByTrn, trustByUkprn, trustsByGroupUid } from './trusts.ts';

const academy = {
  type: { code: '34', name: 'Academy converter' },
  trust: { code: '9042', name: 'Larkmere Learning Trust' },
};
const schools = [
  { urn: '900001', name: "St Tegla's Primary School" },
  { urn: '900002', name: 'École 100% "Tŷ" Primary', status: { code: '2', name: 'Closed' } },
  { urn: '900003', name: 'Larkmere Academy', ...academy },
  { urn: '900004', name: 'The Old Larkmere Academy', ...academy, status: { code: '2', name: 'Closed' } },
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
    expect(await trustByUkprn(em, anExampleTrust.ukprn as string)).toEqual(anExampleTrust);
    expect((await trustByTrn(em, 'TR90042'))?.groupUid).toBe('9042');
    expect([...(await trustsByGroupUid(em, ['9050', '9999', '1'])).values()].map(({ name }) => name).sort()).toEqual([
      'Not yet Trust',
      'The one before',
    ]);
  });

  it('gives the open academies of a trust', async () =>
    expect((await academiesOfTrust(em, '9042')).map(({ urn }) => urn)).toEqual(['900003']));

  it('finds schools by words in any order, without case, accents and apostrophes, or by URN', async () => {
    expect(await found('st teglas')).toEqual(['900001']);
    expect(await found('PRIMARY ecole')).toEqual(['900002']);
    expect(await found(' 900003 ')).toEqual(['900003']);
    expect(await found('100%')).toEqual(['900002']);
    expect(await found('100_')).toEqual(['900002']);
    expect(await found('?')).toEqual([]);
    expect(await found("'; drop table register_trust; --")).toEqual([]);
  });

  it('puts names that start with what was typed first, and no more than asked for', async () => {
    expect(await found('larkmere')).toEqual(['900003', '900004']);
    expect(await found('larkmere', { limit: 1 })).toEqual(['900003']);
  });

  it('finds only open ones, or only academies, when asked', async () => {
    expect(await found('larkmere', { open: true })).toEqual(['900003']);
    expect(await found('larkmere', { open: false })).toEqual(['900004']);
    expect(await found('primary', { academy: true })).toEqual([]);
    expect(await found('without', { academy: false, open: false })).toEqual(['900005']);
  });

  it('finds trusts by name or any number', async () => {
    for (const text of ['larkmere trust', '19000042', 'tr90042', '09900042', '9042']) {
      expect((await searchTrusts(em, text, { open: true })).map(({ groupUid }) => groupUid)).toContain('9042');
    }
  });

  it('finds a constituency though the two files write it differently', async () =>
    expect([...(await constituenciesByName(em, ['MARROWBY  NORTH', 'Nowhere']))]).toEqual([
      ['MARROWBY  NORTH', anExampleConstituency],
    ]));
});
