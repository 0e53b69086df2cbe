import type { IsoDate } from '@academies/contracts';
import type { Choices } from '@academies/lists';
import { inWords } from '@academies/web';

/** A month as addresses name it: `2027-04`. */
export type Month = string;

const count = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (counted: number): Month =>
  `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;

/** So many months later, or earlier. */
export const later = (month: Month, months: number): Month => monthOf(count(month) + months);

export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** The month after this one: what people plan. */
export const nextMonth = (today: IsoDate): Month => later(today.slice(0, 7), 1);

export const inWordsOf = (month: Month): string => inWords.month(`${month}-01`);

/** The months that are offered: a year back, three ahead; a list of more is long to go through. Others can be typed into the address. */
export const monthsAround = (today: IsoDate): Choices =>
  Array.from({ length: 48 }, (_, at) => later(today.slice(0, 7), at - 12)).map((month) => [month, inWordsOf(month)]);

/** The months that are asked for. A range that ends before it begins is its first month. */
export const periodOf = ({ from = '', to = '' }: Readonly<Record<string, string>>) => ({
  from,
  to: to > from ? to : from,
  isBackwards: to !== '' && to < from,
});

export const periodInWords = ({ from, to }: { from: Month; to: Month }): string =>
  from === to ? inWordsOf(from) : `${inWordsOf(from)} to ${inWordsOf(to)}`;
