import { z } from 'zod';

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** The first day of a month, as conversion and transfer dates are. */
export const FirstOfMonth = IsoDate.refine((date) => date.endsWith('-01'), 'The date is not the first of a month');

/** A moment in UTC, `2027-04-01T09:30:00.000Z`. */
export const Instant = z.iso.datetime();

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day that a moment falls on in England; "today" everywhere means this (DESIGN.md, Web). */
export const londonDate = (moment: Date): IsoDate => london.format(moment);
