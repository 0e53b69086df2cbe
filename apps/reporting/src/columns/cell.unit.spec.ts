import fc from 'fast-check';
import { date, identifier, number, text, written } from './cell.ts';

describe('A text', () => {
  it.each(['=1+1', '+44 1632 960001', '-none-', '@everyone', '\tx', '\r=1', '\u2028=1', '\x07=1'])(
    'that a spreadsheet would run gets an apostrophe: %j',
    (value) => expect(written(text(value))).toBe(`'${value.replace(/[\r\u2028]/, '\n').replace('\x07', '')}`),
  );

  it.each([
    ['two\r\nlines', 'two\nlines'],
    ['two\rlines', 'two\nlines'],
    ...['\v', '\f', '\u0085', '\u2028', '\u2029', '\x1d'].map((end) => [`two${end}lines`, 'two\nlines'] as const),
    ['a\x07b\x9fc\x7f\td', 'abc\td'],
    ['a - b', 'a - b'],
  ] as const)('has single line feeds and is otherwise left alone: %j', (value, cell) =>
    expect(written(text(value))).toBe(cell),
  );

  it('that is empty leaves the cell blank', () => {
    for (const value of ['', null, undefined, '\0']) expect(written(text(value))).toBeNull();
  });

  it('of any kind never starts a formula, never holds a carriage return and is never empty', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const cell = written(text(value));
        expect(cell).not.toBe('');
        expect(cell ?? '').not.toMatch(/^[=+\-@\t\n]/);
        expect(cell ?? '').not.toMatch(/[\u2028\u2029]|(?![\t\n])\p{Cc}/u);
      }),
    ));
});

describe('Identifiers, dates and numbers', () => {
  it('are never changed', () => {
    expect(written(identifier('012345'))).toBe('012345');
    expect(written(identifier('211/4012'))).toBe('211/4012');
    expect(written(date('2027-04-01'))).toBe('2027-04-01');
    expect(written(number(-3))).toBe('-3');
  });

  it('are defended as text when they are none', () => expect(written(identifier('=1+1'))).toBe("'=1+1"));
});
