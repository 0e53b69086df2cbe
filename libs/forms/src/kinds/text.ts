import { labelled } from '../field/drawing.ts';
import { type Field, fieldOf, type FieldOptions, type Presence, type Rule } from '../field/field.ts';
import { judged, unanswered, wrong, one } from '../field/answer.ts';

/** Options of a field with one line of text. */
export interface TextOptions extends FieldOptions<string> {
  /** The most characters it may have; 250 unless told. */
  readonly max?: number;
  /** GOV.UK width class: 5, 10, 20 or 30 characters wide. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly inputmode?: 'numeric' | 'decimal';
  readonly autocomplete?: string;
}

/** How a text is told apart from others of its family (email, url): its type and what it must look like. */
interface TextKind {
  readonly type?: 'email' | 'url';
  readonly mustBe?: Rule<string>;
}

/** A text of at least one and at most so many characters. */
export const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max;

/** What a text must look like asks for no day. */
const noContext = { today: '' };

/** A family of one-line fields. */
export const textOfKind =
  ({ type, mustBe }: TextKind) =>
  <const Options extends TextOptions>(options: Options): Field<Presence<Options, string>> =>
    fieldOf<Presence<Options, string>>({
      options,
      fits: (value) => isText(value, options.max ?? 250) && !mustBe?.(value as string, noContext),
      read(typed, name, context) {
        const text = one(typed, name).replaceAll('\n', ' ');
        if (text === '') return unanswered(name, options as FieldOptions<never>) as never;
        const max = options.max ?? 250;
        if (text.length > max) return wrong(name, `${options.label} must be ${max} characters or fewer`);
        return judged(
          text,
          name,
          { ...options, rules: [...(mustBe ? [mustBe] : []), ...(options.rules ?? [])] },
          context,
        );
      },
      write: (value, name) => ({ [name]: value ?? '' }),
      view: (showing) => ({
        name: showing.name,
        component: 'input',
        params: {
          ...labelled(options as FieldOptions<never>, showing),
          id: showing.name,
          name: showing.name,
          type: type ?? 'text',
          value: one(showing.typed, showing.name),
          classes: options.width ? `govuk-input--width-${options.width}` : undefined,
          prefix: options.prefix ? { text: options.prefix } : undefined,
          suffix: options.suffix ? { text: options.suffix } : undefined,
          inputmode: options.inputmode,
          autocomplete: options.autocomplete ?? (type === 'email' ? 'email' : undefined),
          spellcheck: type ? false : undefined,
        },
      }),
    });

/** One line of text. */
export const text = textOfKind({});
