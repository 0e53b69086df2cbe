import { judged, one, several, unanswered, wrong } from '../field/answer.ts';
import { type Choices, isChoice, toOptions } from '../field/choices.ts';
import { grouped, labelled } from '../field/drawing.ts';
import {
  type Field,
  fieldOf,
  type FieldOptions,
  type FieldView,
  type Option,
  type Presence,
  type Showing,
} from '../field/field.ts';

/** Options of a choice of one. Without `choices` the page offers them, and the handler checks the answer. */
export interface ChoiceOptions<Name extends string> extends FieldOptions<Name> {
  readonly choices?: Choices<Name>;
}

/** Options of a choice of several; without `choices` as above. */
export interface CheckboxesOptions<Name extends string> extends FieldOptions<Name[]> {
  readonly choices?: Choices<Name>;
}

type Asked<Name extends string> = Omit<ChoiceOptions<Name>, 'choices' | 'rules'>;

/** With radio buttons nobody can take an answer back: where none is required, one more button does. */
const noAnswer: Option = { value: '', text: 'Not answered yet' };

/**
 * One of a few choices, as radio buttons: `radios({ label: 'Region', choices: regions.table, required: '…' })`. `always`: one
 * of them is chosen from the start, and stays so.
 */
export const radios = <Name extends string, const Options extends Asked<Name>>(
  options: Options & ChoiceOptions<Name> & { readonly inline?: boolean; readonly always?: boolean },
): Field<Presence<Options, Name>> =>
  oneOf(options, (showing, offered) => ({
    component: 'radios',
    params: {
      ...grouped(options as FieldOptions<never>, showing),
      idPrefix: showing.name,
      classes: options.inline ? 'govuk-radios--inline' : undefined,
      items: [...offered, ...(canBeEmptied(options, showing) ? [noAnswer] : [])].map(item),
    },
  }));

const canBeEmptied = (
  { required, always }: { required?: string; always?: boolean },
  { typed, name }: Showing,
): boolean => !required && !always && one(typed, name) !== '';

/** One of many choices, as a drop-down list. The first entry is empty. */
export const select = <Name extends string, const Options extends Asked<Name>>(
  options: Options & ChoiceOptions<Name>,
): Field<Presence<Options, Name>> =>
  oneOf(options, (showing, offered) => ({
    component: 'select',
    params: {
      ...labelled(options as FieldOptions<never>, showing),
      id: showing.name,
      items: [{ value: '', text: '' }, ...offered.map(({ value, text }) => ({ value, text }))],
    },
  }));

/** Several of a few choices. Nothing ticked is an empty list, or an error where an answer is required. */
export const checkboxes = <Name extends string>(options: CheckboxesOptions<Name>): Field<Name[]> => {
  const own = options.choices && toOptions(options.choices);
  return fieldOf<Name[]>({
    options,
    fits: (value) => Array.isArray(value) && value.every((one) => isChoice(one, own)),
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
        items: (showing.offered ?? own ?? []).map(item),
      },
    }),
  });
};

/** A choice of one, however it is drawn. What is not on the list counts as not answered. */
function oneOf<Value>(
  options: ChoiceOptions<never>,
  draw: (showing: Showing, offered: readonly Option[]) => Omit<FieldView, 'name'>,
): Field<Value> {
  const own = options.choices && toOptions(options.choices);
  return fieldOf<Value>({
    options: options as never,
    fits: (value) => isChoice(value, own),
    read(typed, name, context) {
      const chosen = one(typed, name);
      if (chosen === '') return unanswered(name, options as FieldOptions<never>) as never;
      const isOffered = !own || own.some(({ value }) => value === chosen);
      if (!isOffered) return wrong(name, options.required ?? 'Choose from the list');
      return judged(chosen, name, options as FieldOptions<string>, context) as never;
    },
    write: (value, name) => ({ [name]: (value as string | null) ?? '' }),
    view(showing) {
      const { name, typed, offered = own ?? [] } = showing;
      const { component, params } = draw(showing, offered);
      return { name, component, params: { name, value: one(typed, name), ...params } };
    },
  });
}

const item = ({ value, text, hint }: Option) => ({ value, text, hint: hint ? { text: hint } : undefined });
