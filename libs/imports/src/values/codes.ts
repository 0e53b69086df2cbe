import { BadValue, type Parser } from './bad-value.ts';
import { text } from './texts.ts';

/*
 * The files write codes with or without leading zeros (`06`, `6`): spreadsheets drop them, and leave `6.0`. Each code has
 * one form here, the one of the events: local authority 3 digits, establishment number 4, type 2, diocese 4, Companies
 * House 8; status, phase, group type and Group UID without leading zeros. Codes with letters (`CE23`, `OC301234`) stay.
 */

/** What a spreadsheet makes of a number is read for what it was. */
const digits: Parser<string | null> = (cell) =>
  text(cell)?.replace(/^([\d ]+)(?:\.0+)?$/, (_, all: string) => all.replaceAll(' ', '')) ?? null;

/** A code without leading zeros. */
export const plainCode: Parser<string | null> = (cell) => {
  const value = digits(cell);
  return value && /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : (value?.toUpperCase() ?? null);
};

/** A code of so many digits. */
export const codeOf =
  (length: number): Parser<string | null> =>
  (cell) => {
    const value = plainCode(cell);
    return value && /^\d+$/.test(value) ? value.padStart(length, '0') : value;
  };

const matching =
  (pattern: RegExp, what: string): Parser<string | null> =>
  (cell) => {
    const value = digits(cell);
    if (value !== null && !pattern.test(value)) throw new BadValue(`is not ${what}: ${value}`);
    return value;
  };

export const urn = matching(/^\d{6}$/, 'six digits');
const eightDigits = matching(/^(?:1\d{7}|0+)$/, 'eight digits, the first 1');
export const ukprn: Parser<string | null> = (cell) => eightDigits(cell)?.replace(/^0+$/, '') || null;

/** A trust reference number: `TR` and five digits. Something else in its place stays as it is. */
export const trn: Parser<string | null> = (cell) => {
  const value = text(cell)?.toUpperCase() ?? null;
  return value?.replace(/^TR0*(\d{1,5})$/, (_, number: string) => `TR${number.padStart(5, '0')}`) ?? null;
};
