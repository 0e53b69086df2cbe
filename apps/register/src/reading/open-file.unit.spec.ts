import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Establishment, Trust } from '@academies/contracts';
import iconv from 'iconv-lite';
import { constituencies } from '../files/constituencies.table.ts';
import { establishments } from '../files/establishments.table.ts';
import { groups } from '../files/groups.table.ts';
import type { FileKind } from '../files/column.ts';
import { openFile } from './open-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
let files = 0;
const written = (content: string | Buffer): string => {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
};
const rowsOf = async <State>(kind: FileKind<State>, content: string | Buffer) => {
  const found = [];
  for await (const row of (await openFile(kind, written(content))).rows()) found.push(row);
  return found;
};

const school: Record<string, string> = {
  ...Object.fromEntries(establishments.columns.map(({ headers }) => [headers[0], ''])),
  'LA (code)': '11',
  'LA (name)': 'Tŷ Mawr',
  URN: '900001',
  EstablishmentName: 'Ysgol Môr, y "Fenni"',
  'TypeOfEstablishment (code)': '1',
  'EstablishmentStatus (code)': '01',
  EstablishmentNumber: '42',
  OpenDate: '01-09-1974',
  'GOR (code)': 'H',
  'Trusts (code)': '09042',
  SchoolCapacity: '210',
};
const csv = (...rows: Record<string, string>[]) => {
  const headers = Object.keys(rows[0] as object);
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`;
  return [headers, ...rows.map((row) => headers.map((header) => row[header]))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
};

describe('A file of establishments', () => {
  it('becomes states that the contract allows, with codes in their one form', async () => {
    const [row] = await rowsOf(establishments, csv(school));
    expect(row).toMatchObject({
      key: '900001',
      state: {
        name: 'Ysgol Môr, y "Fenni"',
        localAuthority: { code: '011', name: 'Tŷ Mawr' },
        establishmentNumber: '0042',
        type: { code: '01', name: null },
        status: { code: '1' },
        openDate: '1974-09-01',
        region: 'london',
        trust: { code: '9042' },
        capacity: 210,
      },
    });
    expect(Establishment.strict().parse((row as unknown as { state: object }).state)).toBeTruthy();
  });

  it.each(['windows-1252', 'utf8'])('is read in %s', async (encoding) => {
    const [row] = await rowsOf(establishments, iconv.encode(csv({ ...school, Town: 'Llanfôr – “é”' }), encoding));
    expect(row).toMatchObject({ state: { address: { town: 'Llanfôr – “é”' } } });
  });

  it('may start with a byte order mark', async () => {
    const [row] = await rowsOf(establishments, `\uFEFF${csv(school)}`);
    expect(row).toMatchObject({ key: '900001' });
  });

  it('may have its columns in any order, and others among them', async () => {
    const turned = Object.fromEntries(Object.entries({ ...school, Section41: 'x', ' urn': '1' }).reverse());
    expect(await rowsOf(establishments, csv(turned))).toHaveLength(1);
  });

  it('names every needed column that is missing', async () => {
    const less = Object.fromEntries(
      Object.entries(school).filter(([header]) => !['UKPRN', 'OpenDate'].includes(header)),
    );
    const path = written(csv(less));
    await expect(openFile(establishments, path)).rejects.toThrow(
      `The file of establishments cannot be read (${path}): columns are missing: "OpenDate", "UKPRN"`,
    );
  });

  it('that is empty, or is not there, is refused', async () => {
    await expect(openFile(establishments, written(''))).rejects.toThrow('columns are missing: "URN", ');
    await expect(openFile(establishments, '/no/such.csv')).rejects.toThrow('(/no/such.csv): there is no such file');
    await expect(openFile(establishments, folder)).rejects.toThrow('it is a folder');
  });

  it('has every reason told for a bad row, with its line', async () => {
    const bad = { ...school, URN: '900002', OpenDate: '31/02/2020', SchoolCapacity: 'many' };
    expect(await rowsOf(establishments, csv(school, bad))).toMatchObject([
      { line: 2, key: '900001' },
      {
        line: 3,
        key: '900002',
        problems: ['OpenDate is not a date: 31/02/2020', 'SchoolCapacity is not a whole number: many'],
      },
    ]);
  });

  it('may say that there is no local authority', async () => {
    const [row] = await rowsOf(establishments, csv({ ...school, 'LA (code)': '0', 'LA (name)': 'Does not apply' }));
    expect(row).toMatchObject({ state: { localAuthority: { code: null, name: null } } });
  });
});

describe('A file of groups', () => {
  const trust = Object.fromEntries(groups.columns.map(({ headers }) => [headers[0] as string, '']));
  const filled = {
    ...trust,
    'Group UID': '0042',
    'Group ID': 'TR42',
    'Group Name': 'A trust',
    'Group Type': '06',
    UKPRN: '19000042',
    'Group Contact Town': 'Marrowby',
    'Companies House Number': '9900042',
    'Closed Date': '1/2/2023',
  };

  it('becomes states that the contract allows', async () => {
    const [row] = await rowsOf(groups, csv(filled));
    expect(row).toMatchObject({
      key: '42',
      state: {
        trn: 'TR00042',
        type: 'Multi-academy trust',
        companiesHouseNumber: '09900042',
        closedDate: '2023-02-01',
        address: { town: 'Marrowby' },
      },
    });
    expect(Trust.strict().parse((row as unknown as { state: object }).state)).toBeTruthy();
  });

  it('may have the older headers', async () => {
    const older = Object.fromEntries(
      Object.entries(filled).map(([header, cell]) => [header.replace('Group Contact', 'Group'), cell]),
    );
    const [row] = await rowsOf(groups, csv(older));
    expect(row).toMatchObject({ state: { address: { town: 'Marrowby' } } });
  });

  it('holds groups that are no trusts, which are neither taken nor bad', async () => {
    const federation = { ...filled, 'Group UID': '77', 'Group Type': 'Federation', UKPRN: 'nonsense' };
    expect(await rowsOf(groups, csv(filled, federation))).toMatchObject([{ key: '42' }, { line: 3, none: true }]);
  });
});

describe('A file of constituencies', () => {
  it('has a seat that may be empty', async () =>
    expect(
      await rowsOf(
        constituencies,
        'constituency,name,e-mail\nMarrowby,Bea Holloway,bea@parliament.example\nLarkmere,,\n',
      ),
    ).toMatchObject([
      { key: 'Marrowby', state: { name: 'Marrowby', mp: { name: 'Bea Holloway', email: 'bea@parliament.example' } } },
      { key: 'Larkmere', state: { name: 'Larkmere', mp: null } },
    ]));
});
