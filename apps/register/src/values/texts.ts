import { BadValue, type Parser } from './bad-value.ts';

/** Line breaks, tabs and the NUL that PostgreSQL refuses; none of them belongs to a name or an address. */
const control = /[\u0000-\u001f\u007f]+/g;

/** A text without spaces around it; an empty cell is null. */
export const text: Parser<string | null> = (cell) => cell.replace(control, ' ').trim() || null;

/** The value, which must be there. */
export const needed =
  <Value>(parser: Parser<Value | null>): Parser<Value> =>
  (cell) => {
    const value = parser(cell);
    if (value === null) throw new BadValue('is empty');
    return value;
  };

/** An e-mail address. */
export const email: Parser<string | null> = (cell) => {
  const value = text(cell);
  if (value !== null && !/^[^\s@]+@[^\s@]+$/.test(value)) throw new BadValue(`is not an e-mail address: ${value}`);
  return value;
};
