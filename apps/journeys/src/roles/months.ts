import { firstOfMonthAfter, type IsoDate, londonDate } from '@academies/contracts';

/** A journey is made on the day on which it is tested: what has happened is in this month, what is to come in the next. */
export const today = londonDate(new Date());
export const thisMonth = firstOfMonthAfter(today, 0);
export const nextMonth = firstOfMonthAfter(today, 1);

/** As it is typed. */
export function partsOf(day: IsoDate): { month: string; year: string } {
  const [year = '', month = ''] = day.split('-');
  return { month: String(Number(month)), year };
}
