import { codeOf, plainCode, trn, ukprn, urn } from './codes.ts';
import { date } from './dates.ts';
import { decimal, whole } from './numbers.ts';
import { email, filled, needed, text } from './texts.ts';

const empty = ['', ' ', '\t'];

describe('A date', () => {
  it.each([
    ...['01/09/2024', '01-09-2024', '1/9/2024', '1-9-2024', ' 01/09/2024 ', '2024-09-01', '2024-09-01T00:00:00'],
    ...['2024-09-01 00:00:00.000', '01-Sep-2024', '1 sep 2024', '01/09/2024\u200b'],
  ])('is read as %j', (cell) => expect(date(cell)).toBe('2024-09-01'));
  it.each(['29/02/2024'])('%j exists', (cell) => expect(date(cell)).toBe('2024-02-29'));
  it.each(['29/02/2023', '31/04/2024', '2024-13-01', '13/13/2024', '01/09/24', '01-Sep-11', 'soon', '01 Mär 2024'])(
    '%j is none',
    (cell) => expect(() => date(cell)).toThrow(`is not a date: ${cell}`),
  );
  it.each([...empty, '00/00/0000', '0', 'Not applicable'])('%j is no date', (cell) => expect(date(cell)).toBeNull());
});

describe('A code', () => {
  it.each(['6', '06', '006', ' 6 ', '6.0', '0 6'])('%j has one form without zeros', (cell) =>
    expect(plainCode(cell)).toBe('6'),
  );
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
  it.each(['10012345.0', '1001 2345', ' 10012345 '])('is read as spreadsheets leave it: %j', (cell) =>
    expect(ukprn(cell)).toBe('10012345'),
  );
  it.each(['0', '00000000', ''])('is none: %j', (cell) => expect(ukprn(cell)).toBeNull());
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
  it('is read as spreadsheets leave it', () =>
    expect([whole('210.0'), whole('1,050'), whole('1,234,567'), decimal('12.5%'), decimal('1,050.5')]).toEqual([
      210, 1050, 1_234_567, 12.5, 1050.5,
    ]));
  it.each(['SUPP', 'np', '', '..', 'Not applicable'])('%j is held back', (cell) =>
    expect([whole(cell), decimal(cell)]).toEqual([null, null]),
  );
  it.each(['-1', '10,00', '2.5', '12 5', 'many', '1e3'])('%j is not whole', (cell) =>
    expect(() => whole(cell)).toThrow('whole number'),
  );
});

describe('A text', () => {
  it('has no line breaks, no NUL and no outer spaces', () =>
    expect(text(' The\r\nOld\u2028 Sch\u200bool\u0000 ')).toBe('The Old  School'));
  it('is told where a byte of it cannot be read', () => expect(() => text('M\ufffdr')).toThrow('holds a byte'));
  it.each(['Not recorded', 'DOES NOT APPLY', '000', '0', '-', 'n/a', '..'])(
    'of letters and pages is nothing: %s',
    (cell) => expect(filled(cell)).toBeNull(),
  );
  it('that is needed must be there', () => expect(() => needed(text)(' ')).toThrow('is empty'));
  it('that is no e-mail address is refused', () =>
    expect(() => email('nobody')).toThrow('not an e-mail address: nobody'));
});
