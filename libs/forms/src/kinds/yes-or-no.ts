import { type Field, fieldOf, type FieldOptions, type Presence } from '../field/field.ts';
import { judged, unanswered, one } from '../field/answer.ts';
import { checkboxes, radios } from './choices.ts';

/** Yes or no. No is an answer too: the value is true or false, null when nothing was answered. */
export const yesOrNo = <const Options extends FieldOptions<boolean>>(
  options: Options,
): Field<Presence<Options, boolean>> => {
  const { rules: _, ...drawn } = options;
  const { view } = radios({ ...drawn, choices: { yes: 'Yes', no: 'No' }, inline: true });
  return fieldOf<Presence<Options, boolean>>({
    options,
    view,
    fits: (value) => typeof value === 'boolean',
    read(typed, name, context) {
      const chosen = one(typed, name);
      if (chosen !== 'yes' && chosen !== 'no') return unanswered(name, options as FieldOptions<never>) as never;
      return judged(chosen === 'yes', name, options, context) as never;
    },
    write: (value, name) => ({ [name]: value === null ? '' : value ? 'yes' : 'no' }),
  });
};

/** One box to tick. The value is true when it is ticked; where an answer is required it must be. */
export const tick = (options: FieldOptions<boolean>): Field<boolean> => {
  const { view } = checkboxes({ label: options.label, choices: { yes: options.label } });
  return fieldOf<boolean>({
    options,
    fits: (value) => typeof value === 'boolean',
    read(typed, name, context) {
      if (one(typed, name) === 'yes') return judged(true, name, options, context);
      return options.required ? (unanswered(name, options as FieldOptions<never>) as never) : { value: false };
    },
    write: (value, name) => ({ [name]: value ? 'yes' : '' }),
    view(showing) {
      const { params, ...rest } = view(showing);
      return { ...rest, params: { ...params, fieldset: undefined, hint: options.hint && { text: options.hint } } };
    },
  });
};
