import { Establishment } from '@academies/contracts';
import { openFile } from '@academies/imports';
import iconv from 'iconv-lite';
import { csv, folder, rowsOf, written } from '../fixtures/read-file.ts';
import { establishments } from './establishments.table.ts';

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

  it('may lack what only newer files have', async () => {
    const { 'FurtherEducationType (name)': _, ...older } = school;
    expect(await rowsOf(establishments, csv(older))).toMatchObject([{ state: { furtherEducationType: null } }]);
    const college = { ...school, 'FurtherEducationType (name)': 'Sixth form college' };
    expect(await rowsOf(establishments, csv(college))).toMatchObject([
      { state: { furtherEducationType: 'Sixth form college' } },
    ]);
  });

  it('that is empty, or is not there, is refused', async () => {
    await expect(openFile(establishments, written(''))).rejects.toThrow('columns are missing: "URN", ');
    await expect(openFile(establishments, '/no/such.csv')).rejects.toThrow('(/no/such.csv): there is no such file');
    await expect(openFile(establishments, folder)).rejects.toThrow('it is a folder');
  });

  it('has every reason told for a bad row, with its line: URN, name and status are needed', async () => {
    const bad = { ...school, URN: '900002', EstablishmentName: ' ', 'EstablishmentStatus (code)': '' };
    expect(await rowsOf(establishments, csv(school, bad, { ...school, URN: '12' }))).toMatchObject([
      { line: 2, key: '900001' },
      {
        line: 3,
        key: '900002',
        problems: ['EstablishmentName is empty', 'EstablishmentStatus (code) is empty'],
      },
      { line: 4, key: undefined, problems: ['URN is not six digits: 12'] },
    ]);
  });

  it('tells a cell that cannot be read, which is unknown, and takes the rest of the row', async () => {
    const odd = {
      ...school,
      OpenDate: '31/02/2020',
      SchoolCapacity: 'many',
      UKPRN: '5',
      'EstablishmentStatus (code)': '2',
    };
    expect(await rowsOf(establishments, csv(odd))).toMatchObject([
      {
        key: '900001',
        state: { openDate: null, capacity: null, ukprn: null, status: { code: '2' } },
        told: [
          'OpenDate is not a date: 31/02/2020',
          'SchoolCapacity is not a whole number: many',
          'UKPRN is not eight digits, the first 1: 5',
        ],
      },
    ]);
  });

  it('reads what spreadsheets leave for what it was, and fillers for nothing', async () => {
    const left = {
      ...school,
      URN: '900001.0',
      SchoolCapacity: '1,050',
      NumberOfPupils: '210.0',
      PercentageFSM: '12.5%',
      OpenDate: '2011-09-01',
      CloseDate: '00/00/0000',
      UKPRN: '1001 2345',
      'Trusts (code)': '9042.0',
      'HeadTitle (name)': 'Not recorded',
      Locality: 'Does not apply',
      TelephoneNum: '000',
      Street: '0',
    };
    expect(await rowsOf(establishments, csv(left))).toMatchObject([
      {
        key: '900001',
        state: {
          capacity: 1050,
          pupils: 210,
          percentageFreeSchoolMeals: 12.5,
          openDate: '2011-09-01',
          closeDate: null,
          ukprn: '10012345',
          trust: { code: '9042' },
          head: { title: null },
          address: { line1: null, line2: null },
          telephone: null,
        },
        told: [],
      },
    ]);
  });

  it('tells a type and a status that the register does not have, and takes them as they are', async () => {
    const [row] = await rowsOf(
      establishments,
      csv({ ...school, 'TypeOfEstablishment (code)': '88', 'EstablishmentStatus (code)': '7' }),
    );
    expect(row).toMatchObject({
      state: { type: { code: '88' }, status: { code: '7' } },
      told: [expect.stringContaining('88 is not in'), expect.stringContaining('7 is not in')],
    });
  });

  it('may say that there is no local authority', async () => {
    const [row] = await rowsOf(establishments, csv({ ...school, 'LA (code)': '0', 'LA (name)': 'Does not apply' }));
    expect(row).toMatchObject({ state: { localAuthority: { code: null, name: null } } });
  });
});
