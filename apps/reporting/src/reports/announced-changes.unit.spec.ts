import { announced, announcedChanges, type AnnouncedChange } from './announced-changes.table.ts';
import { reports } from './reports.table.ts';

const change = (on: string, ...reports: string[]): AnnouncedChange => ({ on, reports, says: 'A heading changes' });

describe('Changes that are announced', () => {
  const all = [change('2027-03-01', 'all-data'), change('2027-02-01', 'all-data', 'pre-transfer-grants')];

  it('are told on the pages of their reports, the next first', () => {
    expect(announced({ report: 'all-data' }, all).map(({ on }) => on)).toEqual(['2027-02-01', '2027-03-01']);
    expect(announced({ report: 'pre-transfer-grants' }, all)).toHaveLength(1);
    expect(announced({ report: 'prepare-transfers' }, all)).toEqual([]);
  });

  it('are all told on one page', () => expect(announced({}, all)).toHaveLength(2));

  it('name reports that there are', () =>
    expect(reports.map(({ name }) => name)).toEqual(
      expect.arrayContaining(announcedChanges.flatMap((each) => each.reports)),
    ));
});
