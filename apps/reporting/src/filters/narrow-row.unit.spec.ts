import { columns } from '../columns/columns.ts';
import { approved, created, theRegister } from '../fixtures/events.spec.ts';
import { type Row, rowAfter } from '../fixtures/rows.spec.ts';
import { activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { filters } from './filters.table.ts';
import { narrowColumns, narrowRow } from './narrow-row.ts';

const narrowOf = (row: Row) => {
  const values = narrowRow((column) => row[column] ?? null, narrowColumns);
  return Object.fromEntries(narrowColumns.map(({ name }, place) => [name, values[place] ?? null]));
};

describe('The narrow row that choices look through', () => {
  const row = rowAfter(...theRegister, approved(anApprovedConversion()), created(activeInComplete()));
  const narrow = narrowOf(row);

  it('has the day of every date column, and nothing where a word stands in its place', () => {
    expect(narrow).toMatchObject({ significant_date: row['significant_date'], date_academy_opened: null });
    expect(row['date_academy_opened']).toBe('unconfirmed');
    expect(narrowOf({ ...row, significant_date: '2027-02-30' })['significant_date']).toBeNull();
  });

  it('has what the file says for each filter of a closed list, and each such word can be asked for', () => {
    for (const { name, column, offers } of filters) {
      const held = narrow[column.name];
      if (!offers || held === null || held === 'not applicable') continue;
      expect([name, offers.map(({ holds }) => holds)]).toEqual([name, expect.arrayContaining([held])]);
    }
  });

  it('finds a trust by each of its numbers, whether it is joined or left', () =>
    expect(narrowOf({ incoming_trust_ukprn: '10060001', outgoing_trust_reference_number: 'TR00077' })['trusts']).toBe(
      '{10060001,TR00077}',
    ));

  it('has its names without capitals and accents, to be ordered and searched', () => {
    const named = narrowOf({ ...row, school_name: 'Saint Zoë’s School', assigned_to_name: 'unassigned' });
    expect(named).toMatchObject({ school_in_order: 'st zoes school' });
    expect(named['words']).toContain('st zoes school');
    expect(named['words']).not.toContain('unassigned');
  });

  it('reads columns of the dictionary only', () => {
    const known = new Set(columns.map(({ name }) => name));
    const asked = new Set<string>();
    narrowRow((column) => (asked.add(column), null), narrowColumns);
    expect([...asked].filter((column) => !known.has(column))).toEqual([]);
  });
});
