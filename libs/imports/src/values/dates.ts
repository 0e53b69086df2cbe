import { IsoDate } from '@academies/contracts';
import { BadValue, type Parser } from './bad-value.ts';
import { isFiller, text } from './texts.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Day, month and year as files write them, then as spreadsheets do. A year of two digits could be of two centuries. */
const forms: readonly [form: RegExp, parts: (found: string[]) => readonly (string | undefined)[]][] = [
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, ([, day, month, year]) => [day, month, year]],
  [/^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/, ([, year, month, day]) => [day, month, year]],
  [
    /^(\d{1,2})[- ]([a-z]{3})[- ](\d{4})$/i,
    ([, day, month = '', year]) => [day, String(months.indexOf(month.toLowerCase()) + 1), year],
  ],
];

/** DD/MM/YYYY, in older files DD-MM-YYYY, also D/M/YYYY and what spreadsheets make of it (docs/domain/register.md). */
export const date: Parser<IsoDate | null> = (cell) => {
  const value = text(cell);
  if (value === null || isFiller(value) || value === '00/00/0000') return null;
  for (const [form, parts] of forms) {
    const found = form.exec(value);
    if (!found) continue;
    const [day = '', month = '', year] = parts(found);
    const iso = IsoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    if (iso.success) return iso.data;
  }
  throw new BadValue(`is not a date: ${value}`);
};
