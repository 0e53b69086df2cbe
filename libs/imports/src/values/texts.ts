import { cleaned } from '@academies/contracts';
import { BadValue, type Parser } from './bad-value.ts';

/** Where a byte was that its encoding does not have. */
const unreadable = '\ufffd';

/** A text without spaces around it and line breaks in it, and without what nobody sees; an empty cell is null. */
export const text: Parser<string | null> = (cell) => {
  const value = cleaned(cell)
    .replace(/[\t\n]+/g, ' ')
    .trim();
  if (value.includes(unreadable)) throw new BadValue('holds a byte that the encoding of the file does not have');
  return value || null;
};

/** What people and systems write where they have nothing to write. */
const filler = /^(?:not (?:recorded|applicable|available|known)|does not apply|n\/?a|none|null|unknown|[-.?]+|0+)$/i;
export const isFiller = (value: string): boolean => filler.test(value);

/** A text that ends in letters and pages: what stands for nothing is nothing. */
export const filled: Parser<string | null> = (cell) => {
  const value = text(cell);
  return value === null || isFiller(value) ? null : value;
};

/** The value, which must be there. */
export const needed = <Value>(parser: Parser<Value | null>): Parser<Value> =>
  Object.assign(
    (cell: string) => {
      const value = parser(cell);
      if (value === null) throw new BadValue('is empty');
      return value;
    },
    { needed: true as const },
  );

/** One e-mail address; spreadsheets make links of them. */
export const email: Parser<string | null> = (cell) => {
  const value = text(cell)?.replace(/^mailto:/i, '') ?? null;
  if (value !== null && !/^[^\s@;,<>]+@[^\s@;,<>]+$/.test(value))
    throw new BadValue(`is not an e-mail address: ${value}`);
  return value;
};
