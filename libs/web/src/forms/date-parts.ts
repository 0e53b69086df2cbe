/** The inputs of a date, in their order. */
export type DatePart = 'day' | 'month' | 'year';

/** What a date's inputs say: a real day, or what is wrong and which inputs to mark. */
export type DateReading =
  { readonly date: string } | { readonly missing: readonly DatePart[] } | { readonly unreal: readonly DatePart[] };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 4, 04, April and apr are all the fourth month. */
function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return /^[a-z]{3,9}$/i.test(text) ? monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1 : 0;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Reads the inputs of a date; a month without day is read as its first. */
export function readDate(texts: Partial<Record<DatePart, string>>): DateReading {
  const asked = (['day', 'month', 'year'] as const).filter((part) => part in texts);
  const missing = asked.filter((part) => !texts[part]);
  if (missing.length > 0) return { missing };
  const day = texts.day === undefined ? 1 : /^\d{1,2}$/.test(texts.day) ? Number(texts.day) : 0;
  const month = monthNumber(texts.month ?? '');
  const year = /^\d{4}$/.test(texts.year ?? '') ? Number(texts.year) : 0;
  if (year < 1900 || year > 2199) return { unreal: ['year'] };
  if (month < 1 || month > 12) return { unreal: ['month'] };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return { unreal: ['day'] };
  return { date: `${year}-${two(month)}-${two(day)}` };
}
