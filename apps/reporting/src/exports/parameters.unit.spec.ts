import type { FieldView } from '@academies/forms';
import { reportAt } from '../reports/reports.table.ts';
import { periodForm } from '../pages/period-form.ts';
import { dateColumns } from '../filters/narrow-row.ts';
import { headerLine, fileName, nameIn } from './file-of.ts';
import { readRequest } from './parameters.table.ts';

const letters = reportAt('rpa-sug-and-fa-letters');
const allData = reportAt('all-data');

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
    [{ from: '1999-04', to: '2027-04' }, 'The first month must be in the years 2000 to 2199'],
    [{ from: '2027-04', to: '2200-01' }, 'The last month must be in the years 2000 to 2199'],
    [{ from: '2027-04', to: '2027-04', form: '2027-04' }, 'form is not known here. Use from, to, on'],
  ])('says what is wrong with %j', (query, message) => expect(() => readRequest(letters, query)).toThrow(message));

  it('needs no period where the report says so, and then takes any date column', () => {
    expect(readRequest(allData, {}).period).toBeUndefined();
    expect(readRequest(allData, { from: '2027-04', to: '2027-04', on: 'decision_date' }).on).toBe('decision_date');
    expect(() => readRequest(allData, { from: '2027-04', to: '2027-04', on: 'school_name' })).toThrow(
      'column with dates',
    );
  });

  it.each(dateColumns.map(({ name }) => name))('takes a period on %s, which the page offers', (on) =>
    expect(readRequest(allData, { from: '2027-04', to: '2027-04', on }).on).toBe(on),
  );

  it('takes every month that the page offers, and none of years that cannot be ours', () => {
    const inFile = (month: string) => {
      try {
        return Boolean(readRequest(letters, { from: month, to: month }));
      } catch {
        return false;
      }
    };
    const offered = periodForm(letters, '2026-10-06').empty().form.fields.flatMap(optionsOf);
    const years = offered.filter((value) => /^\d{4}$/.test(value));
    const months = offered.filter((value) => /^\d\d$/.test(value));
    expect(new Set(months).size).toBe(12);
    expect(years.flatMap((year) => months.map((month) => inFile(`${year}-${month}`)))).not.toContain(false);
    expect(['1999-12', '2000-01', '2199-12', '2200-01'].map(inFile)).toEqual([false, true, true, false]);
  });

  it('begins with a byte order mark for people, and without for programs, unless told otherwise', () => {
    const mark = (query: Record<string, string>) => readRequest(allData, query).bom;
    expect([mark({}), mark({ headings: 'words' }), mark({ headings: 'names' })]).toEqual([true, true, false]);
    expect([mark({ bom: 'no' }), mark({ headings: 'names', bom: 'yes' })]).toEqual([false, true]);
  });

  it('names the file by period and report, or by the day', () => {
    expect(fileName(readRequest(letters, { from: '2027-04', to: '2027-05' }), '2026-10-06')).toBe(
      '2027-04-01-2027-05-31_rpa_sug_and_fa_letters.csv',
    );
    expect(fileName(readRequest(allData, {}), '2026-10-06')).toBe('2026-10-06_all_data.csv');
  });

  it('says of a trial that it is one before all else', () =>
    expect([nameIn('yes', 'all_data.csv'), nameIn('no', 'all_data.csv')]).toEqual([
      'trial_all_data.csv',
      'all_data.csv',
    ]));
});

/** The values that a field offers, and those of the fields that open below it. */
function optionsOf({ params, reveals }: FieldView): string[] {
  const items = (params['items'] ?? []) as readonly { value: string }[];
  return [
    ...items.map(({ value }) => value),
    ...Object.values(reveals ?? {})
      .flat()
      .flatMap(optionsOf),
  ];
}

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
