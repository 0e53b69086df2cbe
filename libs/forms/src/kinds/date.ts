import { dateInWords, IsoDate, isPossibleYear } from '@academies/contracts';
import { judged, unanswered, wrong, one } from '../field/answer.ts';
import { grouped } from '../field/drawing.ts';
import { type Field, fieldOf, type FieldOptions, type Presence } from '../field/field.ts';

/** The inputs of a date, in their order. */
export type DatePart = 'day' | 'month' | 'year';

/** What a date's inputs say: a real day, or what is wrong and which inputs to mark. */
export type DateReading =
  { readonly date: string } | { readonly missing: readonly DatePart[] } | { readonly unreal: readonly DatePart[] };

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/** 4, 04, April, apr and sept are months: a name or its beginning, of at least three letters. Marmalade is none. */
function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text.length < 3) return 0;
  return monthNames.findIndex((name) => name.startsWith(text.toLowerCase().replace(/\.$/, ''))) + 1;
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
  if (!isPossibleYear(String(year))) return { unreal: ['year'] };
  if (month < 1 || month > 12) return { unreal: ['month'] };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return { unreal: ['day'] };
  return { date: `${year}-${two(month)}-${two(day)}` };
}

/** An end of a range: a day, today, or so many years before (-) or after today. */
export type DateEnd = IsoDate | 'today' | { readonly years: number };

/** From which day to which a date may be. Every date has one: 2199 is a slip of the finger, in a form as in a file. */
export interface DateRange {
  readonly from: DateEnd;
  readonly to: DateEnd;
}

/** Options of a date. `called` begins its errors where the label is a question: 'The date the academy opened'. */
export interface DateOptions extends FieldOptions<IsoDate> {
  readonly range: DateRange;
  readonly called?: string;
}

/** Years from that day; 29 February becomes the 28th where there is none. */
function yearsFrom(day: IsoDate, years: number): IsoDate {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return IsoDate.safeParse(moved).success ? moved : moved.replace(/29$/, '28');
}

const endOf = (end: DateEnd, today: IsoDate): IsoDate =>
  end === 'today' ? today : typeof end === 'string' ? end : yearsFrom(today, end.years);

/**
 * What is wrong with a day, or a month (`2027-04`), that is not in its range; nothing when it is. Ends that depend on today
 * are asked where it is told.
 */
export function outOfRange(called: string, { from, to }: DateRange, date: string, today?: IsoDate): string | undefined {
  const known = (end: DateEnd) => today !== undefined || (typeof end === 'string' && end !== 'today');
  const ends = { from: endOf(from, today ?? date), to: endOf(to, today ?? date) };
  const least = ends.from.slice(0, date.length);
  const most = ends.to.slice(0, date.length);
  if (known(from) && date < least)
    return `${called} must be ${from === 'today' ? 'today or in the future' : `${dateInWords(least)} or later`}`;
  if (known(to) && date > most)
    return `${called} must be ${to === 'today' ? 'today or in the past' : `${dateInWords(most)} or earlier`}`;
  return undefined;
}

/** A date's field by its inputs: day, month and year, or month and year. */
const dateOf =
  (parts: readonly DatePart[]) =>
  <const Options extends DateOptions>(options: Options): Field<Presence<Options, IsoDate>> => {
    const { range, called = options.label } = options;
    const precise = (date: string) => (parts.includes('day') ? date : date.slice(0, 7));
    return fieldOf<Presence<Options, IsoDate>>({
      options,
      fits: (value, today) =>
        IsoDate.safeParse(value).success &&
        isPossibleYear(String(value)) &&
        (parts.includes('day') || String(value).endsWith('-01')) &&
        outOfRange(called, range, precise(String(value)), today) === undefined,
      read(typed, name, context) {
        const input = (part: DatePart) => `${name}-${part}`;
        const first = input(parts[0] as DatePart);
        const texts = Object.fromEntries(parts.map((part) => [part, one(typed, input(part))]));
        if (Object.values(texts).every((text) => text === '')) {
          return unanswered(name, options as FieldOptions<never>, first) as never;
        }
        const reading = readDate(texts);
        if ('missing' in reading) {
          const [part] = reading.missing as [DatePart];
          return wrong(name, `${called} must include a ${reading.missing.join(' and ')}`, input(part), reading.missing);
        }
        if ('unreal' in reading) {
          const [part] = reading.unreal as [DatePart];
          return wrong(name, messageFor(part, parts, called), input(part), reading.unreal);
        }
        const outside = outOfRange(called, range, precise(reading.date), context.today);
        return outside ? wrong(name, outside, first) : judged(reading.date, name, options, context, first);
      },
      write(value, name) {
        const [year = '', month = '', day = ''] = value?.split('-') ?? [];
        const texts = { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
        return Object.fromEntries(parts.map((part) => [`${name}-${part}`, texts[part]]));
      },
      view: (showing) => ({
        name: showing.name,
        component: 'dateInput',
        params: {
          ...grouped(options as FieldOptions<never>, showing),
          id: showing.name,
          namePrefix: showing.name,
          items: parts.map((part) => ({
            name: part,
            label: part[0]?.toUpperCase() + part.slice(1),
            value: one(showing.typed, `${showing.name}-${part}`),
            classes: [
              part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
              showing.errors.some((error) => (error.parts ?? parts).includes(part)) ? 'govuk-input--error' : '',
            ].join(' '),
          })),
        },
      }),
    });
  };

/** A year that is no year is named; otherwise the day or month does not exist. */
function messageFor(part: DatePart, parts: readonly DatePart[], label: string): string {
  if (part === 'year') return `${label} must include a year with 4 numbers, like 2027`;
  return parts.includes('day') ? `${label} must be a real date` : `${label} must include a real month`;
}

/** Day, month and year. The value is `YYYY-MM-DD`. */
export const date = dateOf(['day', 'month', 'year']);

/** Month and year. The value is the first of the month, as conversion and transfer dates are. */
export const month = dateOf(['month', 'year']);
