import { InvalidError, type IsoDate } from '@academies/contracts';
import { lastDayOf } from '../filters/named-periods.ts';

/** Whole months: the first day of the first, the last day of the last. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The first and the last year of a period. Nothing of ours is older than the first academies. */
const [firstYear, lastYear] = [2000, 2199];
/** Is a month, or a day of it, in these years? */
export const isOurMonth = (value: string): boolean =>
  Number(value.slice(0, 4)) >= firstYear && Number(value.slice(0, 4)) <= lastYear;

/** Says of a month that its year is none of ours: the file and the form say the same. */
export const yearsInWords = (words: string) => `The ${words} month must be in the years ${firstYear} to ${lastYear}`;

/** Reads `from` and `to`, each `YYYY-MM`. Undefined when the report needs no period and none is given. */
export function periodOf(
  { from = '', to = '' }: { from?: string; to?: string },
  required: boolean,
): Period | undefined {
  if (from === '' && to === '' && !required) return undefined;
  const wrong = (message: string) => new InvalidError('REPORTING.WRONG_PERIOD', message);
  const check = (value: string, field: 'from' | 'to', words: string) => {
    if (value === '') throw wrong(`Enter the ${words} month of the period, like ${field}=2027-04`);
    if (!month.test(value)) throw wrong(`The ${words} month must be a real month, like ${field}=2027-04`);
    if (!isOurMonth(value)) throw wrong(yearsInWords(words));
  };
  check(from, 'from', 'first');
  check(to, 'to', 'last');
  if (from > to) throw wrong('The last month must be the same as or after the first month');
  return { from: `${from}-01`, to: lastDayOf(to) };
}

/** A single month is what everyone in Complete may take. */
export const isOneMonth = ({ from, to }: Period): boolean => from.slice(0, 7) === to.slice(0, 7);
