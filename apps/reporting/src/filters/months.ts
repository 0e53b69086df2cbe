import type { IsoDate } from '@academies/contracts';
import { inWords } from '@academies/web';
import type { Months } from './named-periods.ts';

const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
/** The months of a year, as a list to choose from. */
export const monthChoices: Readonly<Record<string, string>> = Object.fromEntries(
  monthsOfYear.map((number) => [number, inWords.month(`2001-${number}-01`).replace(' 2001', '')]),
);
/** Years that somebody may want of us: the oldest projects, and what is planned. */
export const yearChoices = (today: IsoDate): Record<string, string> => {
  const now = Number(today.slice(0, 4));
  return Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => [String(now - 15 + index), String(now - 15 + index)]),
  );
};

/** Months as people write them: `April 2027`, or `April 2027 to June 2027`. */
export const monthsInWords = ({ from, to }: Months): string => {
  const [first, last] = [from, to].map((month) => inWords.month(`${month}-01`));
  return from === to ? (first as string) : `${first} to ${last}`;
};
