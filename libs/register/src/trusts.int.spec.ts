import {
  anExampleEstablishment,
  anExampleTrust,
  EstablishmentChanged,
  standingOf,
  standings,
  type Trust,
  theTrust,
  TrustChanged,
} from '@academies/contracts';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { applyRegisterEvents } from './apply-register-events.ts';
import { emptyCopy } from './empty-copy.ts';
import { lookUpTrusts } from './register-choices.ts';
import { searchTrusts } from './search.ts';
import { academiesOfTrust, trustByTrn, trustByUkprn, trustNameSql } from './trusts.ts';

const record = (groupUid: string, name: string, number: string, more: Partial<Trust> = {}): Trust => ({
  ...anExampleTrust,
  groupUid,
  name,
  trn: `TR980${number}`,
  ukprn: `199800${number}`,
  ...more,
});
const sat = { type: 'Single-academy trust' };

/** One trust, two records: of each pair the second line is the trust. */
const pairs: readonly [wrong: Trust, right: Trust][] = [
  [
    record('92055', 'THE ACADEMY @ LARKWOOD TRUST', '09', { ...sat, status: 'Closed', closedDate: '2021-03-30' }),
    record('920364', 'THE ACADEMY @ LARKWOOD TRUST', '09'),
  ],
  [
    record('92056', 'QUILLBECK ACADEMY', '10', { ...sat, status: 'Closed' }),
    record('920365', 'QUILLBECK LEARNING TRUST', '10'),
  ],
  [
    record('920366', 'Fenmoor School Trusts', '11', { status: 'Created in error' }),
    record('92057', 'FENMOOR SCHOOLS TRUST', '11'),
  ],
  [record('92058', 'HOLMBECK ACADEMY', '12', sat), record('920367', 'HOLMBECK PARTNERSHIP', '12')],
];
const weirdale = record('92059', 'WEIRDALE PARTNERSHIP', '13', { status: 'Proposed to close' });
const openbut = record('96005', 'OPENBUT EDUCATION TRUST', '15', { status: 'Open, but proposed to close' });
const newborn = record('96001', 'NEWBORN LEARNING TRUST', '14', { ukprn: null });
const longgone = record('96002', 'LONGGONE LEARNING TRUST', '16', { status: 'CLOSED', closedDate: '2024-08-31' });
const mistake = record('96006', 'MISTAKEN TRUST', '17', { status: 'created in error' });
const all = [...pairs.flat(), weirdale, openbut, newborn, longgone, mistake];

describe('Which record is the trust', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let em: EntityManager;
  beforeAll(async () => {
    database = await freshDatabase('trusts');
    orm = await emptyCopy(database.url);
    em = orm.em.fork();
    const run = { ...anExampleEstablishment, type: { code: '35', name: 'Free schools' } };
    await applyRegisterEvents(
      [
        ...all.map((trust) => ({ type: TrustChanged.type, value: { trust }, sequence: 1 })),
        ...pairs.flat().map(({ groupUid, name }, index) => ({
          type: EstablishmentChanged.type,
          value: { establishment: { ...run, urn: String(980001 + index), trust: { code: groupUid, name } } },
          sequence: 1,
        })),
      ],
      em,
    );
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });
  const listed = async ({ ukprn }: Trust) =>
    (await em.execute<{ name: string }[]>(`select name from (${trustNameSql('?')}) as listed`, [ukprn])).map(
      ({ name }) => name,
    );

  it.each(pairs)('is the same for look-ups, rules, searches and lists: not $name', async (wrong, right) => {
    const is = { groupUid: right.groupUid, name: right.name };
    expect(await trustByUkprn(em, right.ukprn as string)).toMatchObject(is);
    expect(await trustByTrn(em, right.trn as string)).toMatchObject(is);
    for (const typed of [wrong.name, right.name, right.ukprn as string, right.trn as string, wrong.groupUid])
      expect(await searchTrusts(em, typed)).toEqual([{ ...right, otherUids: [wrong.groupUid] }]);
    expect(await listed(right)).toEqual([right.name]);
    expect(theTrust([right, wrong])).toEqual(theTrust([wrong, right]));
  });

  it('runs the academies of all its records', async () => {
    const trust = (await trustByUkprn(em, '19980012')) as Trust;
    expect((await academiesOfTrust(em, trust)).map(({ trust: { code } }) => code)).toEqual(['92058', '920367']);
  });

  it('may be to close: it can be left and joined, with a warning wherever it shows', async () => {
    for (const [trust, typed] of [
      [weirdale, 'weirdale'],
      [openbut, 'openbut'],
    ] as const) {
      expect((await lookUpTrusts(em, typed, { open: true })).matches).toEqual([
        expect.objectContaining({ value: trust.ukprn, hint: expect.stringContaining('Proposed to close') }),
      ]);
      expect(await listed(trust)).toEqual([`${trust.name} (proposed to close)`]);
    }
  });

  it('is found without UKPRN or closed, with the reason why it cannot be chosen', async () => {
    expect((await lookUpTrusts(em, 'newborn', { open: true })).matches).toMatchObject([
      { value: '', text: newborn.name, whyNot: expect.stringContaining('has no UKPRN yet') },
    ]);
    expect((await lookUpTrusts(em, 'longgone')).matches).toMatchObject([
      { text: longgone.name, whyNot: 'LONGGONE LEARNING TRUST is closed, so it cannot be chosen' },
    ]);
    expect(await lookUpTrusts(em, 'longgone', { open: true })).toEqual({ matches: [], more: false });
  });

  it('is none that was made in error', async () => {
    expect(await trustByUkprn(em, mistake.ukprn as string)).toBeUndefined();
    expect(await searchTrusts(em, 'mistaken')).toEqual([]);
    expect(await listed(mistake)).toEqual([]);
  });

  it('is ranked in PostgreSQL as here, whatever the status and the closed date say', async () => {
    const statuses = [
      ...['Open', 'OPEN', 'Proposed to close', 'Open but proposed to close', 'Open, but proposed to close'],
      ...['Proposed to open', 'Closed', 'Created in Error', 'Dormant', '', null],
    ];
    const some = statuses.flatMap((status, index) =>
      [null, '2024-08-31'].map((closedDate, place) =>
        record(String(70000 + 2 * index + place), 'Ranked Trust', '99', { status, closedDate }),
      ),
    );
    await applyRegisterEvents(
      some.map((trust) => ({ type: TrustChanged.type, value: { trust }, sequence: 1 })),
      em,
    );
    const ranked = await em.execute<{ standing: number | null }[]>(
      `select standing from register_trust where name = 'Ranked Trust' order by group_uid`,
    );
    expect(ranked.map(({ standing }) => (standing === null ? 'error' : standings[standing]))).toEqual(
      some.map(standingOf),
    );
  });
});
