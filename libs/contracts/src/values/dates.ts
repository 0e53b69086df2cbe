import { z } from 'zod';
import { dateReasons } from '../vocabulary/date-reasons.ts';
import { Person } from './people.ts';

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** The first day of a month, as conversion and transfer dates are. */
export const FirstOfMonth = IsoDate.refine((date) => date.endsWith('-01'), 'The date is not the first of a month');

/** Days between which something of ours can happen; others are mistakes, and some of them no database takes. */
export const possibleDays = { from: '1900-01-01', to: '2199-12-31' } as const;
const [firstYear, lastYear] = [possibleDays.from.slice(0, 4), possibleDays.to.slice(0, 4)];

export const isPossibleYear = (date: string): boolean => date.slice(0, 4) >= firstYear && date.slice(0, 4) <= lastYear;
export const notAPossibleYear = `The year is not one from ${firstYear} to ${lastYear}`;

/** A moment in UTC, `2027-04-01T09:30:00.000Z`. */
export const Instant = z.iso.datetime().refine(isPossibleYear, notAPossibleYear);

const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const dayInWords = new Intl.DateTimeFormat('en-GB', long);
const monthInWords = new Intl.DateTimeFormat('en-GB', { ...long, day: undefined });

/** 2027-04-01 → 1 April 2027; a month, 2027-04 → April 2027. */
export const dateInWords = (date: string): string =>
  (date.length > 7 ? dayInWords : monthInWords).format(new Date(date));

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day that a moment falls on in England; "today" everywhere means this (docs/architecture.md, "Web"). */
export const londonDate = (moment: Date): IsoDate => london.format(moment);

const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** So many days after that day. */
export function daysAfter(day: IsoDate, days: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return dayOf(new Date(Date.UTC(year, month - 1, date + days)));
}

/** The first of a month, so many months after the month of that day. */
export function firstOfMonthAfter(day: IsoDate, months: number): IsoDate {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return dayOf(new Date(Date.UTC(year, month - 1 + months, 1)));
}

/** One change of a conversion or transfer date. The first value has no previous one and no reasons. */
export const DateChange = z.object({
  previous: IsoDate.nullable(),
  date: IsoDate,
  reasons: z.array(z.object({ reason: dateReasons.schema, detail: z.string() })),
  by: Person,
  at: Instant,
});
export type DateChange = z.infer<typeof DateChange>;
