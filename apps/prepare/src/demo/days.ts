import type { IsoDate } from '@academies/contracts';

/** So many days after that day. */
export function daysAfter(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first of a month, so many months after the month of that day. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Something happened on that day, in the morning or in the afternoon. */
export const momentOf = (day: IsoDate, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:15:00.000Z`;
