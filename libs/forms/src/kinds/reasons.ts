import { type Choices, isChoice, toOptions } from '../field/choices.ts';
import { grouped } from '../field/drawing.ts';
import { type Field, type FieldError, fieldOf, type FieldOptions, type Showing } from '../field/field.ts';
import { judged, wrong, one, several } from '../field/answer.ts';

/** A reason with what was said about it. */
export interface Reason<Name extends string> {
  readonly reason: Name;
  readonly detail: string;
}

/** Options of reasons: checkboxes, each of which opens a text for its detail. */
export interface ReasonsOptions<Name extends string> extends FieldOptions<Reason<Name>[]> {
  readonly choices: Choices<Name>;
  readonly detail: { readonly label: string; readonly required?: string; readonly max?: number };
}

const detailOf = (name: string, reason: string): string => `${name}_${reason}_detail`;

/** Reasons with a detail each, as checkboxes that open a text. Without JavaScript all texts are open. */
export const reasons = <Name extends string>(options: ReasonsOptions<Name>): Field<Reason<Name>[]> => {
  const own = toOptions(options.choices);
  const { label, required, max = 2_000 } = options.detail;

  const errorsWith = (name: string, { reason, detail }: Reason<string>): FieldError[] => {
    const input = detailOf(name, reason);
    const said = own.find(({ value }) => value === reason)?.text ?? reason;
    if (required && detail === '') return [{ field: name, input, message: `${required}: ${said}` }];
    if (detail.length > max)
      return [
        { field: name, input, message: `${said}: details must be ${max.toLocaleString('en-GB')} characters or fewer` },
      ];
    return [];
  };

  const detailView = ({ name, typed, errors }: Showing, reason: string) => {
    const id = detailOf(name, reason);
    const error = errors.find(({ input }) => input === id);
    return {
      id,
      name: id,
      label: { text: label },
      value: one(typed, id),
      rows: 3,
      maxlength: max,
      threshold: 75,
      errorMessage: error && { text: error.message },
    };
  };

  const isReason = (value: unknown): boolean => {
    const { reason, detail } = (value ?? {}) as Partial<Reason<string>>;
    if (!isChoice(reason, own) || typeof detail !== 'string') return false;
    return errorsWith('', { reason: reason as string, detail }).length === 0;
  };

  return fieldOf<Reason<Name>[]>({
    options,
    fits: (value) => Array.isArray(value) && value.every(isReason),
    read(typed, name, context) {
      const ticked = several(typed, name);
      if (ticked.length === 0 && options.required) return wrong(name, options.required);
      if (ticked.some((reason) => !own.some(({ value }) => value === reason))) {
        return wrong(name, options.required ?? 'Choose from the list');
      }
      const given = ticked.map((reason) => ({ reason: reason as Name, detail: one(typed, detailOf(name, reason)) }));
      const errors = given.flatMap((reason) => errorsWith(name, reason));
      return errors.length > 0 ? { errors } : judged(given, name, options, context);
    },
    write: (value, name) => ({
      [name]: value.map(({ reason }) => reason),
      ...Object.fromEntries(value.map(({ reason, detail }) => [detailOf(name, reason), detail])),
    }),
    view: (showing) => ({
      name: showing.name,
      component: 'checkboxes',
      params: {
        ...grouped(options as FieldOptions<never>, {
          ...showing,
          errors: showing.errors.filter(({ input }) => input === showing.name),
        }),
        idPrefix: showing.name,
        name: showing.name,
        values: several(showing.typed, showing.name),
        items: (showing.offered ?? own).map(({ value, text, hint }) => ({
          value,
          text,
          hint: hint ? { text: hint } : undefined,
          detail: detailView(showing, value),
        })),
      },
    }),
  });
};
