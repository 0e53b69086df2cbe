import { type Choices, toOptions } from '../choices.ts';
import { grouped } from '../drawing.ts';
import type { Field, FieldOptions, Option, Presence } from '../field.ts';
import { judged, unanswered, wrong } from '../read-answer.ts';
import { one } from '../typed.ts';

/** Options of a choice of one. Without `choices` the page offers them, and the handler checks the answer. */
export interface ChoiceOptions<Name extends string> extends FieldOptions<Name> {
  readonly choices?: Choices<Name>;
}

/** Reads one choice; what is not on the list counts as not answered. */
export function readChoice(
  options: ChoiceOptions<string>,
  own: readonly Option[] | undefined,
  ...[typed, name, context]: Parameters<Field<string>['read']>
) {
  const chosen = one(typed, name);
  if (chosen === '') return unanswered(name, options as FieldOptions<never>);
  if (own && !own.some(({ value }) => value === chosen)) return wrong(name, options.required ?? 'Choose from the list');
  return judged(chosen, name, options, context);
}

/** One of a few choices, as radio buttons: `radios({ label: 'Region', choices: regions.table, required: '…' })`. */
export const radios = <Name extends string, const Options extends Omit<ChoiceOptions<Name>, 'choices' | 'rules'>>(
  options: Options & ChoiceOptions<Name> & { readonly inline?: boolean },
): Field<Presence<Options, Name>> => {
  const own = options.choices && toOptions(options.choices);
  return {
    options: options as never,
    read: (typed, name, context) => readChoice(options as ChoiceOptions<string>, own, typed, name, context) as never,
    write: (value, name) => ({ [name]: value ?? '' }),
    view: (showing) => ({
      name: showing.name,
      component: 'radios',
      params: {
        ...grouped(options as FieldOptions<never>, showing),
        idPrefix: showing.name,
        name: showing.name,
        classes: options.inline ? 'govuk-radios--inline' : undefined,
        value: one(showing.typed, showing.name),
        items: (showing.offered ?? own ?? []).map(({ value, text, hint }) => ({
          value,
          text,
          hint: hint ? { text: hint } : undefined,
        })),
      },
    }),
  };
};
