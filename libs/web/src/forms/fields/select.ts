import { toOptions } from '../choices.ts';
import { labelled } from '../drawing.ts';
import type { Field, FieldOptions, Presence } from '../field.ts';
import { one } from '../typed.ts';
import { type ChoiceOptions, readChoice } from './radios.ts';

/** One of many choices, as a drop-down list. The first entry is empty. */
export const select = <Name extends string, const Options extends Omit<ChoiceOptions<Name>, 'choices' | 'rules'>>(
  options: Options & ChoiceOptions<Name>,
): Field<Presence<Options, Name>> => {
  const own = options.choices && toOptions(options.choices);
  return {
    options: options as never,
    read: (typed, name, context) => readChoice(options as ChoiceOptions<string>, own, typed, name, context) as never,
    write: (value, name) => ({ [name]: value ?? '' }),
    view: (showing) => ({
      name: showing.name,
      component: 'select',
      params: {
        ...labelled(options as FieldOptions<never>, showing),
        id: showing.name,
        name: showing.name,
        value: one(showing.typed, showing.name),
        items: [{ value: '', text: '' }, ...(showing.offered ?? own ?? []).map(({ value, text }) => ({ value, text }))],
      },
    }),
  };
};
