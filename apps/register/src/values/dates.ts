import { IsoDate } from '@academies/contracts';
import { BadValue, type Parser } from './bad-value.ts';
import { text } from './texts.ts';

const day = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** DD/MM/YYYY, in older files DD-MM-YYYY, also D/M/YYYY (domain/register.md). An empty cell is null. */
export const date: Parser<IsoDate | null> = (cell) => {
  const value = text(cell);
  if (value === null) return null;
  const [, dd = '', mm = '', yyyy] = day.exec(value) ?? [];
  const iso = IsoDate.safeParse(`${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`);
  if (!iso.success) throw new BadValue(`is not a date: ${value}`);
  return iso.data;
};
