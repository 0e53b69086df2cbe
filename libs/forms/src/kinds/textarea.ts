import { labelled } from '../field/drawing.ts';
import { type Field, fieldOf, type FieldOptions, type Presence } from '../field/field.ts';
import { judged, unanswered, wrong, one } from '../field/answer.ts';
import { isText } from './text.ts';

/** Options of a text of several lines. */
export interface TextareaOptions extends FieldOptions<string> {
  /** The most characters it may have; 10,000 unless told. */
  readonly max?: number;
  readonly rows?: number;
  /** Counts the characters below the text while somebody types. */
  readonly count?: boolean;
}

/** Several lines of text; line ends are single line feeds. */
export const textarea = <const Options extends TextareaOptions>(options: Options): Field<Presence<Options, string>> => {
  const max = options.max ?? 10_000;
  return fieldOf<Presence<Options, string>>({
    options,
    fits: (value) => isText(value, max),
    read(typed, name, context) {
      const text = one(typed, name);
      if (text === '') return unanswered(name, options as FieldOptions<never>) as never;
      if (text.length > max) {
        return wrong(name, `${options.label} must be ${max.toLocaleString('en-GB')} characters or fewer`);
      }
      return judged(text, name, options, context) as never;
    },
    write: (value, name) => ({ [name]: value ?? '' }),
    view: (showing) => ({
      name: showing.name,
      component: 'characterCount',
      params: {
        ...labelled(options as FieldOptions<never>, showing),
        id: showing.name,
        name: showing.name,
        rows: options.rows ?? 5,
        maxlength: max,
        // Unless it is to count from the first letter on, it does when there is not much room left.
        threshold: options.count ? undefined : 75,
        value: one(showing.typed, showing.name),
      },
    }),
  });
};
