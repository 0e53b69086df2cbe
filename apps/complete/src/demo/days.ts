import type { IsoDate } from '@academies/contracts';

/** Nothing of the demo happens later. */
export const lastDay: IsoDate = '2026-11-20';

/** So many days after that day, but not after the last day of the demo. */
export function daysAfter(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const then = date.toISOString().slice(0, 10);
  return then < lastDay ? then : lastDay;
}

/** The first of the month, so many months later. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Something happened on that day, in the morning or later. */
export const momentOf = (day: IsoDate, hour = 10): string => `${day}T${String(hour).padStart(2, '0')}:20:00.000Z`;

/** The items in turn, without end. */
export const inTurn = <Item>(items: readonly Item[], turn: number): Item => items[turn % items.length] as Item;
