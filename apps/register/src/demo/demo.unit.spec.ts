import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  academyTypeCodes,
  type Establishment,
  isAcademy,
  isOpen,
  LocalAuthority,
  regions,
  type Trust,
} from '@academies/contracts';
import { constituencies } from '../files/constituencies.table.ts';
import { establishments } from '../files/establishments.table.ts';
import { groups } from '../files/groups.table.ts';
import { type FileKind, openFile } from '@academies/imports';
import { blocks } from './blocks.table.ts';
import { authorityRows } from './other-rows.ts';
import { type DemoFiles, writeDemoFiles } from './write-files.ts';

const written = () => writeDemoFiles(mkdtempSync(join(tmpdir(), 'demo-')));
const statesOf = async <State>(kind: FileKind<State>, path: string): Promise<State[]> => {
  const states: State[] = [];
  for await (const rows of (await openFile(kind, path)).rows())
    for (const row of rows) {
      if ('problems' in row) throw new Error(`${row.line}: ${row.problems.join()}`);
      if ('state' in row && row.told.length > 0) throw new Error(`${row.line}: ${row.told.join()}`);
      if ('state' in row) states.push(row.state);
    }
  return states;
};

describe('The fictional register', () => {
  let files: DemoFiles;
  let schools: Map<string, Establishment>;
  let trusts: Trust[];
  beforeAll(async () => {
    files = await written();
    schools = new Map((await statesOf(establishments, files.establishments)).map((school) => [school.urn, school]));
    trusts = await statesOf(groups, files.groups);
  });
  const block = ({ first, count }: { first: number; count: number }) =>
    Array.from({ length: count }, (_, index) => schools.get(String(first + index)) as Establishment);

  it('is the same, byte for byte, each time', async () => {
    const hash = (paths: DemoFiles) =>
      Object.values(paths).map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(hash(await written())).toEqual(hash(files));
  });

  it('has about three thousand schools, three hundred trusts and 120 constituencies, none of them bad', async () => {
    expect(schools.size).toBeGreaterThan(2900);
    expect(trusts).toHaveLength(300);
    expect(await statesOf(constituencies, files.constituencies)).toHaveLength(120);
  });

  it('has academies of every type, each run by a trust of the register', () => {
    const academies = [...schools.values()].filter((school) => isAcademy(school) && isOpen(school));
    expect([...new Set(academies.map(({ type }) => type.code))].sort()).toEqual(academyTypeCodes.toSorted());
    const names = new Map(trusts.map(({ groupUid, name }) => [groupUid, name]));
    for (const { trust } of academies) expect(names.get(trust.code as string)).toBe(trust.name);
  });

  it('has trusts that can be told apart by name, with and without UKPRN', () => {
    expect(new Set(trusts.map(({ name }) => name)).size).toBe(trusts.length);
    expect(trusts.filter(({ ukprn }) => ukprn === null)).toHaveLength(4);
  });

  it('has its blocks where other demo data looks for them, each region in turn', () => {
    for (const school of block(blocks.maintainedPrimaries)) {
      expect([isOpen(school), isAcademy(school), school.trust.code, school.phase.name]).toEqual([
        true,
        false,
        null,
        'Primary',
      ]);
    }
    expect(
      block(blocks.maintainedPrimaries)
        .slice(0, 9)
        .map(({ region }) => region),
    ).toEqual([...regions.names]);
    expect(block(blocks.closed).every(({ status, closeDate }) => status.code === '2' && closeDate !== null)).toBe(true);
    expect(block(blocks.proposedToClose).every((school) => school.status.code === '3' && isOpen(school))).toBe(true);
    expect(block(blocks.proposedToOpen).every((school) => school.status.code === '4' && isAcademy(school))).toBe(true);
  });

  it('has schools that lack what a rule asks for', () => {
    const [noRegion, noAuthority, noPhase] = block(blocks.lacking);
    expect([noRegion?.region, noAuthority?.localAuthority, noPhase?.phase.code]).toEqual([
      null,
      { code: null, name: null },
      null,
    ]);
  });

  it('has names that spreadsheets and pages trip over, in the letters of windows-1252', () => {
    const names = block(blocks.awkward).map(({ name }) => name);
    for (const start of ['=', '-', '@', '+', '<b>', 'École', 'Ysgol y Môr, Tân a’r']) {
      expect(names.some((name) => name.startsWith(start))).toBe(true);
    }
  });

  it('belongs to nobody: numbers, addresses and telephones that are never given out', () => {
    for (const school of schools.values()) {
      expect(school.urn).toMatch(/^90/);
      expect(school.ukprn ?? '199').toMatch(/^199/);
      expect(school.address.postcode ?? 'ZZ').toMatch(/^ZZ/);
      expect(school.telephone ?? '01632 960').toMatch(/^01632 960/);
      expect(school.website ?? '.example').toMatch(/\.example$/);
    }
    for (const trust of trusts)
      expect([trust.trn, trust.ukprn ?? '19000000']).toEqual([
        expect.stringMatching(/^TR90/),
        expect.stringMatching(/^190/),
      ]);
  });

  it('has local authorities that Complete can take', () => {
    const codes = new Set([...schools.values()].map(({ localAuthority }) => localAuthority.code));
    for (const row of authorityRows()) {
      expect(codes).toContain(row['code']);
      expect(LocalAuthority.shape.code.safeParse(row['code']).success).toBe(true);
    }
    expect(authorityRows()).toHaveLength(60);
  });
});
