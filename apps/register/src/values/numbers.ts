import { BadValue, type Parser } from './bad-value.ts';
import { text } from './texts.ts';

/** What the files write where a figure is held back because it would tell about single pupils, or does not apply. */
const heldBack = new Set(['SUPP', 'NP', 'NA', 'N/A', 'NE', 'X', 'Z']);

const number =
  (pattern: RegExp, what: string): Parser<number | null> =>
  (cell) => {
    const value = text(cell);
    if (value === null || heldBack.has(value.toUpperCase())) return null;
    if (!pattern.test(value)) throw new BadValue(`is not ${what}: ${value}`);
    return Number(value);
  };

/** A whole number, as a capacity or an age. */
export const whole = number(/^\d{1,9}$/, 'a whole number');
/** A number with or without decimals, as a percentage. */
export const decimal = number(/^\d{1,9}(\.\d+)?$/, 'a number');
