import { columnsUsed } from './usage.ts';

describe('Usage by column', () => {
  const times = (contacts: string | null, name: string) =>
    columnsUsed([
      { report: 'rpa-sug-and-fa-letters', contacts, downloads: 3 },
      { report: 'all-data', contacts: null, downloads: 2 },
      { report: 'a-report-of-an-older-release', contacts: null, downloads: 9 },
    ]).find((column) => column.name === name)?.downloads;

  it('counts a column in each download of a report that has it', () => {
    expect(times(null, 'school_name')).toBe(5);
    expect(times(null, 'grant_amount')).toBe(2);
  });

  it('counts the other contacts where all were asked for', () => {
    expect(times(null, 'outgoing_trust_main_contact_name')).toBe(2);
    expect(times('all', 'outgoing_trust_main_contact_name')).toBe(5);
  });
});
