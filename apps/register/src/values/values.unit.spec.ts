import { codeOf, plainCode, trn, ukprn, urn } from './codes.ts';
import { date } from './dates.ts';
import { decimal, whole } from './numbers.ts';
import { region } from './regions.ts';
import { email, needed, text } from './texts.ts';
import { trustTypeOf } from './trust-types.ts';

const empty = ['', ' ', '\t'];

describe('A date', () => {
  it.each(['01/09/2024', '01-09-2024', '1/9/2024', '1-9-2024', ' 01/09/2024 '])('is read as %j', (cell) =>
    expect(date(cell)).toBe('2024-09-01'),
  );
  it.each(['29/02/2024'])('%j exists', (cell) => expect(date(cell)).toBe('2024-02-29'));
  it.each(['29/02/2023', '31/04/2024', '2024-09-01', '13/13/2024', '01/09/24', 'soon'])('%j is none', (cell) =>
    expect(() => date(cell)).toThrow(`is not a date: ${cell}`),
  );
  it.each(empty)('%j is no date', (cell) => expect(date(cell)).toBeNull());
});

describe('A code', () => {
  it.each(['6', '06', '006', ' 6 '])('%j has one form without zeros', (cell) => expect(plainCode(cell)).toBe('6'));
  it.each(['1', '01', '001'])('%j has one form of so many digits', (cell) => expect(codeOf(2)(cell)).toBe('01'));
  it('of nought stays nought', () =>
    expect([plainCode('0'), plainCode('00'), codeOf(4)('0')]).toEqual(['0', '0', '0000']));
  it('with letters stays', () => expect([codeOf(4)('CE23'), codeOf(8)('oc301234')]).toEqual(['CE23', 'OC301234']));
  it('that is longer than its form stays', () => expect(codeOf(3)('1234')).toBe('1234'));
  it.each(empty)('%j is none', (cell) =>
    expect([plainCode(cell), codeOf(3)(cell), trn(cell)]).toEqual([null, null, null]),
  );
});

describe('An identifier', () => {
  it.each(['12345', '1234567', '12345a'])('%j is no URN', (cell) => expect(() => urn(cell)).toThrow('six digits'));
  it.each(['20012345', '1001234'])('%j is no UKPRN', (cell) => expect(() => ukprn(cell)).toThrow('eight digits'));
  it.each([
    ['TR00123', 'TR00123'],
    ['tr123', 'TR00123'],
    ['SP00042', 'SP00042'],
  ])('%j is the TRN %j', (cell, is) => expect(trn(cell)).toBe(is));
});

describe('A number', () => {
  it('is read', () => expect([whole('210'), decimal('18.2'), decimal('0')]).toEqual([210, 18.2, 0]));
  it.each(['SUPP', 'np', ''])('%j is held back', (cell) => expect([whole(cell), decimal(cell)]).toEqual([null, null]));
  it.each(['-1', '1,000', '2.5', 'many'])('%j is not whole', (cell) =>
    expect(() => whole(cell)).toThrow('whole number'),
  );
});

describe('A text', () => {
  it('has no line breaks, no NUL and no outer spaces', () =>
    expect(text(' The\r\nOld\u0000School ')).toBe('The Old School'));
  it('that is needed must be there', () => expect(() => needed(text)(' ')).toThrow('is empty'));
  it('that is no e-mail address is refused', () =>
    expect(() => email('nobody')).toThrow('not an e-mail address: nobody'));
});

describe('A region', () => {
  it('comes from its letter', () => expect(region('H')).toBe('london'));
  it('is none for Wales, or nothing', () => expect([region('W'), region('Z'), region('')]).toEqual([null, null, null]));
});

describe('A group', () => {
  it.each(['6', '06', 'Multi-academy trust', 'MULTI ACADEMY TRUST'])('%j is a multi-academy trust', (cell) =>
    expect(trustTypeOf(cell)).toBe('Multi-academy trust'),
  );
  it.each(['10', 'Single-academy trust'])('%j is a single-academy trust', (cell) =>
    expect(trustTypeOf(cell)).toBe('Single-academy trust'),
  );
  it.each(['11', 'Secure single-academy trust'])('%j is a secure one', (cell) =>
    expect(trustTypeOf(cell)).toBe('Secure single-academy trust'),
  );
  it.each(['1', '01', 'Federation', 'School sponsor', 'Trust', ''])('%j is no trust of ours', (cell) =>
    expect(trustTypeOf(cell)).toBeNull(),
  );
});
