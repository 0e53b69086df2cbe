import { toOptions } from '../choices.ts';
import { grouped } from '../drawing.ts';
import type { Field, FieldOptions } from '../field.ts';
import { judged, wrong } from '../read-answer.ts';
import { several } from '../typed.ts';
import type { Choices } from '../choices.ts';

/** Options of a choice of several. Without `choices` the page offers them, and the handler checks the answers. */
export interface CheckboxesOptions<Name extends string> extends FieldOptions<Name[]> {
  readonly choices?: Choices<Name>;
}

/** Several of a few choices. Nothing ticked is an empty list, or an error where an answer is required. */
export const checkboxes = <Name extends string>(options: CheckboxesOptions<Name>): Field<Name[]> => {
  const own = options.choices && toOptions(options.choices);
  return {
    options,
    read(typed, name, context) {
      const ticked = several(typed, name) as Name[];
      if (ticked.length === 0 && options.required) return wrong(name, options.required);
      if (own && ticked.some((one) => !own.some(({ value }) => value === one))) {
        return wrong(name, options.required ?? 'Choose from the list');
      }
      return judged(ticked, name, options, context);
    },
    write: (value, name) => ({ [name]: value }),
    view: (showing) => ({
      name: showing.name,
      component: 'checkboxes',
      params: {
        ...grouped(options as FieldOptions<never>, showing),
        idPrefix: showing.name,
        name: showing.name,
        values: several(showing.typed, showing.name),
        items: (showing.offered ?? own ?? []).map(({ value, text, hint }) => ({
          value,
          text,
          hint: hint ? { text: hint } : undefined,
        })),
      },
    }),
  };
};
