import { region } from './regions.ts';
import { isTrust, trustType } from './trust-types.ts';

describe('A region', () => {
  it('comes from its letter', () => expect(region('H')).toBe('london'));
  it('is none for Wales, or nothing', () => expect([region('W'), region('Z'), region('')]).toEqual([null, null, null]));
});

describe('A group', () => {
  it.each(['6', '06', '6.0', 'Multi-academy trust', 'MULTI ACADEMY TRUST'])('%j is a multi-academy trust', (cell) =>
    expect(trustType(cell)).toBe('Multi-academy trust'),
  );
  it.each(['10', 'Single-academy trust'])('%j is a single-academy trust', (cell) =>
    expect(trustType(cell)).toBe('Single-academy trust'),
  );
  it.each(['11', 'Secure single-academy trust'])('%j is a secure one', (cell) =>
    expect(trustType(cell)).toBe('Secure single-academy trust'),
  );
  it.each(['1', '01', 'Federation', 'School sponsor', 'Trust', "Children's Centres Group"])(
    '%j is no trust of ours',
    (cell) => expect(isTrust(cell)).toBe(false),
  );
});
