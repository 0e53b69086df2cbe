import type { IsoDate } from '@academies/contracts';
import { type DatePart, readDate } from '../date-parts.ts';
import { grouped } from '../drawing.ts';
import type { Field, FieldOptions, Presence } from '../field.ts';
import { judged, unanswered, wrong } from '../read-answer.ts';
import { one } from '../typed.ts';

/** A date's field by its inputs: day, month and year, or month and year. */
const dateOf =
  (parts: readonly DatePart[]) =>
  <const Options extends FieldOptions<IsoDate>>(options: Options): Field<Presence<Options, IsoDate>> => ({
    options,
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
        return wrong(
          name,
          `${options.label} must include a ${reading.missing.join(' and ')}`,
          input(part),
          reading.missing,
        );
      }
      if ('unreal' in reading) {
        const [part] = reading.unreal as [DatePart];
        return wrong(name, messageFor(part, parts, options.label), input(part), reading.unreal);
      }
      return judged(reading.date, name, options, context, first);
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
            showing.problems.some((problem) => (problem.parts ?? parts).includes(part)) ? 'govuk-input--error' : '',
          ].join(' '),
        })),
      },
    }),
  });

/** A year that is no year is named; otherwise the day or month does not exist. */
function messageFor(part: DatePart, parts: readonly DatePart[], label: string): string {
  if (part === 'year') return `${label} must include a year with 4 numbers, like 2027`;
  return parts.includes('day') ? `${label} must be a real date` : `${label} must include a real month`;
}

/** Day, month and year. The value is `YYYY-MM-DD`. */
export const date = dateOf(['day', 'month', 'year']);

/** Month and year. The value is the first of the month, as conversion and transfer dates are. */
export const month = dateOf(['month', 'year']);
