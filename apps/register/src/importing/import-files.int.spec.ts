import { type AnImporter, anImporter } from '../fixtures/an-importer.ts';
import type { Row } from '../demo/school-row.ts';
import { fileOf, someSchools, someTrusts } from '../fixtures/sample-files.ts';

const changed = 'register.establishment.changed.v1';

describe('Importing files', () => {
  let importer: AnImporter;
  beforeEach(async () => void (importer = await anImporter()));
  afterEach(() => importer.close());

  it('publishes every row once; the same file again publishes nothing', async () => {
    const files = { establishments: fileOf(someSchools(1500)), groups: fileOf(someTrusts(20)) };
    const [trusts, schools] = await importer.import(files);
    expect([trusts?.rows.created, schools?.rows.created]).toEqual([20, 1500]);
    const published = await importer.published();
    expect(published).toHaveLength(1520);
    expect(new Set(published).size).toBe(1520);
    const again = await importer.import(files);
    expect(again.map(({ rows }) => rows.unchanged)).toEqual([20, 1500]);
    expect(await importer.published()).toEqual(published);
  });

  it('publishes a changed row, and no other', async () => {
    const rows = someSchools(10);
    await importer.import({ establishments: fileOf(rows) });
    const before = await importer.published();
    const later = rows.map((row, index) => (index === 4 ? { ...row, Town: 'Elsewhere' } : row));
    await importer.import({ establishments: fileOf(later) });
    expect((await importer.published()).slice(before.length)).toEqual([`${changed} 100005`]);
  });

  it('publishes nothing for what only looks different: zeros, spaces, the order of columns', async () => {
    const rows = someSchools(10);
    await importer.import({ establishments: fileOf(rows) });
    const before = await importer.published();
    const other = rows.map((row) => {
      const turned = Object.fromEntries(Object.entries(row).reverse());
      const type = String(Number(row['TypeOfEstablishment (code)']));
      return {
        ...turned,
        'TypeOfEstablishment (code)': type,
        'LA (code)': `0${row['LA (code)']}`,
        Street: ` ${row['Street']} `,
      };
    });
    await importer.import({ establishments: fileOf(other) });
    expect(await importer.published()).toEqual(before);
  });

  it('tells a bad row with its line, and takes the others', async () => {
    const rows = someSchools(5);
    rows[2] = { ...rows[2], EstablishmentName: '', 'EstablishmentStatus (code)': ' ' };
    const [tally] = await importer.import({ establishments: fileOf(rows) });
    expect(tally?.rows).toMatchObject({ created: 4, bad: 1 });
    expect(importer.said).toContain(
      'establishments, line 4 (establishment 100003): EstablishmentName is empty; EstablishmentStatus (code) is empty',
    );
    expect(await importer.published()).not.toContain(`${changed} 100003`);
  });

  it('closes a school though a cell of its row is odd, which is told and unknown', async () => {
    const rows = someSchools(2);
    await importer.import({ establishments: fileOf(rows) });
    const closed = {
      'EstablishmentStatus (code)': '2',
      'EstablishmentStatus (name)': 'Closed',
      CloseDate: '31/08/2026',
    };
    rows[0] = { ...rows[0], ...closed, SchoolCapacity: '1,050', NumberOfPupils: 'many' };
    const [tally] = await importer.import({ establishments: fileOf(rows) });
    expect([tally?.rows.changed, tally?.unknown]).toEqual([1, 1]);
    expect(importer.said).toContain(
      'establishments, line 2 (establishment 100001): NumberOfPupils is not a whole number: many. The rest of the row is taken',
    );
    expect(await importer.ask(`select state from register_record where key = '100001'`)).toMatchObject([
      { state: { status: { code: '2' }, closeDate: '2026-08-31', capacity: 1050, pupils: null } },
    ]);
  });

  it('says which seats of schools no member has, however names are spelt', async () => {
    const seat = 'ParliamentaryConstituency (name)';
    const [one, two, three] = someSchools(3);
    const schools = [
      { ...one, [seat]: 'St Hedens & Weir' },
      { ...two, [seat]: 'Nowhere East' },
      { ...three, [seat]: '' },
    ];
    const members = [{ Constituency: 'Saint Hedens and Weir (Co-op)', Name: 'Di Roe', Email: '-' }];
    await importer.import({ establishments: fileOf(schools as Row[]), constituencies: fileOf(members) });
    expect(importer.said).toContain('constituencies: no member of parliament is known for Nowhere East');
    expect(importer.said).toContain(
      'constituencies, line 2 (constituency Saint Hedens and Weir (Co-op)): E-mail is not an e-mail address: -. The rest of the row is taken',
    );
  });

  it('stops before anything is published when any file lacks a column', async () => {
    const lacking = someTrusts(5).map(({ 'Group Type': _, 'Group Type (code)': __, ...row }) => row);
    const files = { establishments: fileOf(someSchools(5)), groups: fileOf(lacking) };
    await expect(importer.import(files)).rejects.toThrow('a column is missing: "Group Type" or "Group Type (code)"');
    expect(await importer.ask('select 1 from outbox union all select 1 from register_record')).toEqual([]);
  });

  it('tells of rows that a later file lacks, and keeps them', async () => {
    await importer.import({ establishments: fileOf(someSchools(30)) });
    const before = await importer.published();
    const [tally] = await importer.import({ establishments: fileOf(someSchools(2)) });
    expect(tally?.missing).toBe(28);
    expect(importer.said).toContain(
      'establishments: establishment 100003 is missing from this file and stays as it was',
    );
    expect(importer.said).toContain('establishments: 8 more establishments are missing and stay as they were');
    expect(await importer.ask('select 1 from register_record')).toHaveLength(30);
    expect(await importer.published()).toEqual(before);
  });

  it('runs alone: two imports of one file at a time publish each row once', async () => {
    const files = { establishments: fileOf(someSchools(1200)) };
    const tallies = await Promise.all([importer.import(files), importer.import(files)]);
    expect(tallies.map(([tally]) => tally?.rows.created).sort()).toEqual([0, 1200]);
    expect(await importer.published()).toHaveLength(1200);
    expect(importer.said).toContain('Another import is running; this one waits for its end');
  });
});
