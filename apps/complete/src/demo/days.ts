import { daysAfter, type IsoDate } from '@academies/contracts';

/** Nothing of the demo happens later. */
export const lastDay: IsoDate = '2026-11-20';

/** So many days after that day, but not after the last day of the demo. */
export function daysOn(day: IsoDate, days: number): IsoDate {
  const then = daysAfter(day, days);
  return then < lastDay ? then : lastDay;
}

/** Something happened on that day, in the morning or later. */
export const momentOf = (day: IsoDate, hour = 10): string => `${day}T${String(hour).padStart(2, '0')}:20:00.000Z`;

/** The items in turn, without end. */
export const inTurn = <Item>(items: readonly Item[], turn: number): Item => items[turn % items.length] as Item;
