import { dateInWords } from '@academies/contracts';

const london = { timeZone: 'Europe/London' } as const;
const dayHere = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...london });
const timeHere = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, ...london });
const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
});

const moment = (value: unknown): Date | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  const read = new Date(value as string);
  return Number.isNaN(read.getTime()) ? undefined : read;
};

/** 2027-04-01 → 1 April 2027. */
const date = (value: unknown): string => {
  const read = moment(value);
  return read ? dateInWords(read.toISOString()) : '';
};

/** 2027-04-01 → April 2027. */
const monthOf = (value: unknown): string => {
  const read = moment(value);
  return read ? dateInWords(read.toISOString().slice(0, 7)) : '';
};

/** 2027-04-01T08:30:00Z → 1 April 2027 at 9:30am, in England. */
const dateTime = (value: unknown): string => {
  const read = moment(value);
  return read ? `${dayHere.format(read)} at ${timeHere.format(read).replace(' ', '')}` : '';
};

/** 1234.5 → £1,234.50; 25000 → £25,000. */
const money = (value: unknown): string =>
  value === null || value === undefined || value === '' || Number.isNaN(Number(value))
    ? ''
    : pounds.format(Number(value));

/** The words of a name by its table: `{{ status | words(statuses.table) }}`. */
const words = (name: string | null | undefined, table: Record<string, string>): string =>
  name ? (table[name] ?? name) : '';

/** Filters of the templates. */
export const filters = { date, month: monthOf, dateTime, money, words };
