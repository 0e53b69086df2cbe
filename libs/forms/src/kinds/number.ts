import { labelled } from '../field/drawing.ts';
import { type Field, fieldOf, type FieldOptions, type Presence } from '../field/field.ts';
import { judged, unanswered, wrong, one } from '../field/answer.ts';

/** Options of a whole number. */
export interface NumberOptions extends FieldOptions<number> {
  /** The least it may be; 0 unless told. */
  readonly min?: number;
  /** The most it may be; 999,999,999 unless told. */
  readonly max?: number;
  readonly prefix?: string;
  readonly suffix?: string;
}

const inWords = (number: number): string => number.toLocaleString('en-GB');

/** Digits, or thousands set apart by commas or blanks: in `1,5` the comma is a decimal one. */
const whole = /^-?(?:\d{1,15}|\d{1,3}(?:(?:,\s*|\s+)\d{3}){1,4})$/;

/** A whole number. People may write commas and blanks between its thousands: 1,200. */
export const number = <const Options extends NumberOptions>(options: Options): Field<Presence<Options, number>> => {
  const { label, min = 0, max = 999_999_999 } = options;
  return fieldOf<Presence<Options, number>>({
    options,
    fits: (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    read(typed, name, context) {
      const text = one(typed, name).trim();
      if (text === '') return unanswered(name, options as FieldOptions<never>) as never;
      if (!whole.test(text)) return wrong(name, `${label} must be a whole number, like 120`);
      const value = Number(text.replaceAll(/[,\s]/g, ''));
      if (value < min) return wrong(name, `${label} must be ${inWords(min)} or more`);
      if (value > max) return wrong(name, `${label} must be ${inWords(max)} or fewer`);
      return judged(value, name, options, context) as never;
    },
    write: (value, name) => ({ [name]: value === null ? '' : String(value) }),
    view: (showing) => ({
      name: showing.name,
      component: 'input',
      params: {
        ...labelled(options as FieldOptions<never>, showing),
        id: showing.name,
        name: showing.name,
        value: one(showing.typed, showing.name),
        classes: 'govuk-input--width-10',
        inputmode: 'numeric',
        spellcheck: false,
        prefix: options.prefix ? { text: options.prefix } : undefined,
        suffix: options.suffix ? { text: options.suffix } : undefined,
      },
    }),
  });
};
