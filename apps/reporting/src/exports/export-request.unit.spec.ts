import { reportNamed } from '../reports/reports.table.ts';
import type { Report } from '../reports/report.ts';
import { readRequest } from './export-request.ts';
import { fileName } from './file-name.ts';
import { headerLine } from './header-line.ts';

const letters = reportNamed('rpa-sug-and-fa-letters') as Report;
const allData = reportNamed('all-data') as Report;

describe('The address of a file', () => {
  it('takes whole months, from the first day of the first to the last day of the last', () =>
    expect(readRequest(letters, { from: '2027-12', to: '2028-02' }).period).toEqual({
      from: '2027-12-01',
      to: '2028-02-29',
    }));

  it.each([
    [{}, 'Enter the first month'],
    [{ from: '2027-04' }, 'Enter the last month'],
    [{ from: '2027-13', to: '2027-14' }, 'must be a real month'],
    [{ from: 'April', to: '2027-04' }, 'must be a real month'],
    [{ from: '2027-05', to: '2027-04' }, 'same as or after'],
    [{ from: ['2027-05', '2027-06'], to: '2027-07' }, 'once only'],
    [{ from: '2027-04', to: '2027-04', bom: 'maybe' }, 'bom must be yes or no'],
    [{ from: '2027-04', to: '2027-04', on: 'decision_date' }, 'one date only'],
  ])('says what is wrong with %j', (query, message) => expect(() => readRequest(letters, query)).toThrow(message));

  it('needs no period where the report says so, and then takes any date column', () => {
    expect(readRequest(allData, {}).period).toBeUndefined();
    expect(readRequest(allData, { from: '2027-04', to: '2027-04', on: 'decision_date' }).on).toBe('decision_date');
    expect(() => readRequest(allData, { from: '2027-04', to: '2027-04', on: 'school_name' })).toThrow(
      'column with dates',
    );
  });

  it('names the file by period and report, or by the day', () => {
    expect(fileName(readRequest(letters, { from: '2027-04', to: '2027-05' }), '2026-10-06')).toBe(
      '2027-04-01-2027-05-31_rpa_sug_and_fa_letters.csv',
    );
    expect(fileName(readRequest(allData, {}), '2026-10-06')).toBe('2026-10-06_all_data.csv');
  });
});

describe('The header line', () => {
  const columns = [
    { name: 'a', heading: 'Transfer due to financial, safeguarding or governance' },
    { name: 'b', heading: 'B' },
  ];

  it('starts with a byte order mark, quotes where needed and ends with CRLF', () =>
    expect(headerLine(columns, { names: false, bom: true })).toBe(
      '\uFEFF"Transfer due to financial, safeguarding or governance",B\r\n',
    ));

  it('has names for machines, without the mark when told', () =>
    expect(headerLine(columns, { names: true, bom: false })).toBe('a,b\r\n'));
});
