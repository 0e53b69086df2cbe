import { Trust } from '@academies/contracts';
import { csv, rowsOf } from '../fixtures/read-file.ts';
import { constituencies } from './constituencies.table.ts';
import { groups } from './groups.table.ts';

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
    'Group Status': 'Closed',
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

describe('The groups of a file', () => {
  const group = {
    ...Object.fromEntries(groups.columns.map(({ headers }) => [headers[0] as string, ''])),
    'Group UID': '42',
    'Group Name': 'A trust',
    'Group Type': '6.0',
    'Group Status': 'Open',
    'Companies House Number': '7795736.0',
    'Closed Date': '2024-08-31',
  };

  it('are read though a spreadsheet had them', async () =>
    expect(await rowsOf(groups, csv(group))).toMatchObject([
      { state: { type: 'Multi-academy trust', companiesHouseNumber: '07795736', closedDate: '2024-08-31' }, told: [] },
    ]));

  it.each([
    ['Group Status', '', ['Group Status is empty']],
    ['Group Type', 'Academy cluster', [`Group Type "Academy cluster" is not in the register's list of types`]],
    ['Group Type', '', ['Group Type is empty']],
    ['Group UID', '', ['Group UID is empty']],
    ['Group Name', '\u200b', ['Group Name is empty']],
  ])('are bad without a %s that can be read: %j', async (header, cell, problems) =>
    expect(await rowsOf(groups, csv({ ...group, [header]: cell }))).toMatchObject([{ problems }]),
  );

  it('have a status told that nobody knows', async () =>
    expect(await rowsOf(groups, csv({ ...group, 'Group Status': 'Dormant', 'Closed Date': '' }))).toMatchObject([
      { state: { status: 'Dormant' }, told: [expect.stringContaining('"Dormant" is not in')] },
    ]));
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

  it.each(['Not available', '-', 'a@b.example; c@d.example', 'nobody'])(
    'has a new member without the e-mail %j, which is told',
    async (cell) =>
      expect(await rowsOf(constituencies, `constituency,name,e-mail\nMarrowby,Ada Onyx,${cell}\n`)).toMatchObject([
        {
          line: 2,
          state: { mp: { name: 'Ada Onyx', email: null } },
          told: [`E-mail is not an e-mail address: ${cell}`],
        },
      ]),
  );

  it('may have the code of the seat, and an address as a link', async () =>
    expect(
      await rowsOf(
        constituencies,
        'Constituency,Constituency code,Name,Email\nMarrowby,e14009001,Bo,mailto:bo@p.example\n',
      ),
    ).toMatchObject([{ state: { code: 'E14009001', mp: { email: 'bo@p.example' } }, told: [] }]));
});
