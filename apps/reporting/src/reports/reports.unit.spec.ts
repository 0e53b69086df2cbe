import { columns } from '../columns/columns.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { listings } from './report.ts';
import { reportAt, reports } from './reports.table.ts';

describe('The reports', () => {
  it('are those of reports.csv, and all data', () =>
    expect(reports.map(({ name }) => name).sort()).toEqual(
      ['all-data', ...new Set(listings.map(({ report }) => report))].sort(),
    ));

  it.each([...new Set(listings.map(({ report }) => report))])(
    '%s has its columns in order, with the headings its users know',
    (name) =>
      expect(reportAt(name).columns.map(({ name, heading }) => [name, heading])).toEqual(
        listings.filter(({ report }) => report === name).map(({ column, heading }) => [column, heading]),
      ),
  );

  it('all-data is every column of the dictionary under its own heading', () =>
    expect(reportAt('all-data').columns).toEqual(columns.map(({ name, heading }) => ({ name, heading }))));

  it('filter and order by columns that exist', () => {
    const names = new Set(columns.map(({ name }) => name));
    for (const { rows, period, order } of reports)
      for (const name of [...Object.keys(rows), period.column, ...order]) expect(names).toContain(name);
  });

  it('can be taken with every contact, each once, after their own columns', () => {
    for (const report of reports) {
      const all = readRequest(report, { from: '2027-04', to: '2027-04', contacts: 'all' }).columns.map(
        ({ name }) => name,
      );
      expect(all.slice(0, report.columns.length)).toEqual(report.columns.map(({ name }) => name));
      expect(new Set(all).size).toBe(all.length);
      for (const { name, group } of columns) if (group === 'contacts') expect(all).toContain(name);
    }
  });
});
