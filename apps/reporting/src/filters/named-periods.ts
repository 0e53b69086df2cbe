import type { IsoDate } from '@academies/contracts';

/** Whole months, `YYYY-MM`. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** The last day of a month. */
export function lastDayOf(month: string): IsoDate {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

interface NamedPeriod {
  readonly text: string;
  /** The months that it means on this day. */
  readonly months: (today: IsoDate) => Months;
}

/** So many months after the month of a day. */
function monthAfter(day: IsoDate, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

/** Twelve months from the newest first of that month, so that the year holds the day. */
const yearFrom = (first: number) => (today: IsoDate) => {
  const gone = (Number(today.slice(5, 7)) - first + 12) % 12;
  return { from: monthAfter(today, -gone), to: monthAfter(today, 11 - gone) };
};

/** What people mean by a period: its name stays in the address of a choice, and its months go on with the days. */
export const namedPeriods = {
  'this-month': { text: 'This month', months: (today) => ({ from: monthAfter(today, 0), to: monthAfter(today, 0) }) },
  'next-three-months': {
    text: 'Next three months',
    months: (today) => ({ from: monthAfter(today, 1), to: monthAfter(today, 3) }),
  },
  'financial-year': { text: 'This financial year', months: yearFrom(4) },
  'academic-year': { text: 'This academic year', months: yearFrom(9) },
} as const satisfies Readonly<Record<string, NamedPeriod>>;

export type PeriodName = keyof typeof namedPeriods;
export const isPeriodName = (name: string): name is PeriodName => Object.hasOwn(namedPeriods, name);
