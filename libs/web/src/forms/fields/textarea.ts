import { labelled } from '../drawing.ts';
import type { Field, FieldOptions, Presence } from '../field.ts';
import { judged, unanswered, wrong } from '../read-answer.ts';
import { one } from '../typed.ts';

/** Options of a text of several lines. */
export interface TextareaOptions extends FieldOptions<string> {
  /** The most characters it may have; 10,000 unless told. */
  readonly max?: number;
  readonly rows?: number;
}

/** Several lines of text; line ends are single line feeds. */
export const textarea = <const Options extends TextareaOptions>(
  options: Options,
): Field<Presence<Options, string>> => ({
  options,
  read(typed, name, context) {
    const text = one(typed, name);
    if (text === '') return unanswered(name, options as FieldOptions<never>) as never;
    const max = options.max ?? 10_000;
    if (text.length > max) {
      return wrong(name, `${options.label} must be ${max.toLocaleString('en-GB')} characters or fewer`);
    }
    return judged(text, name, options, context);
  },
  write: (value, name) => ({ [name]: value ?? '' }),
  view: (showing) => ({
    name: showing.name,
    component: 'textarea',
    params: {
      ...labelled(options as FieldOptions<never>, showing),
      id: showing.name,
      name: showing.name,
      rows: options.rows ?? 5,
      value: one(showing.typed, showing.name),
    },
  }),
});
