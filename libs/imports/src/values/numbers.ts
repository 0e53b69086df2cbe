import { BadValue, type Parser } from './bad-value.ts';
import { text } from './texts.ts';

/** What the files write where a figure is held back because it would tell about single pupils, or does not apply. */
const heldBack = new Set(['SUPP', 'NP', 'NA', 'N/A', 'NE', 'X', 'Z', '..', '.', '-', 'NOT APPLICABLE', 'NOT RECORDED']);

const inThousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

const number =
  (pattern: RegExp, marks: RegExp, what: string): Parser<number | null> =>
  (cell) => {
    const value = text(cell);
    if (value === null || heldBack.has(value.toUpperCase())) return null;
    const unmarked = value.replace(marks, '');
    const plain = inThousands.test(unmarked) ? unmarked.replaceAll(',', '') : unmarked;
    if (!pattern.test(plain)) throw new BadValue(`is not ${what}: ${value}`);
    return Number(plain);
  };

/** A whole number, as a capacity or an age. Spreadsheets leave `210.0` and `1,050`. */
export const whole = number(/^\d{1,9}$/, /\.0+$/, 'a whole number');
/** A number with or without decimals, as a percentage. */
export const decimal = number(/^\d{1,9}(\.\d+)?$/, /\s*%$/, 'a number');
