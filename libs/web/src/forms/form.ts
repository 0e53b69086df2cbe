import { type Offer, offered, toOptions } from './choices.ts';
import type { Field, FormContext, Option, Problem, Typed } from './field.ts';
import { type FormView, viewOf } from './form-view.ts';
import { typedIn } from './typed.ts';
import { WrongAnswers } from './wrong-answers.ts';

/** The fields of a form by name, in the order of the page. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a field's value is of any type; `Values` gets it back
export type Fields = Readonly<Record<string, Field<any>>>;

/** The answers to fields. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** Messages by field; the name '' is for what concerns no field. */
export type Wrong<F extends Fields> = Partial<Record<(keyof F & string) | '', string>>;

/** The outcome of reading a whole form. */
export type Parsed<F extends Fields> =
  { readonly ok: Values<F> } | { readonly errors: readonly Problem[]; readonly typed: Typed };

/** What a page may add when it shows a form. */
export interface Shown<F extends Fields> {
  /** What may be chosen, where that depends on the page: options, a table, or names of the field's own table. */
  readonly offer?: { readonly [Name in keyof F]?: Offer };
}

/** A form: one table drives its page, its reading and its errors. */
export interface FormTable<F extends Fields> {
  readonly fields: F;
  readonly button: string;
  /** Reads what was typed; pure. */
  parse(body: unknown, context: FormContext): Parsed<F>;
  /** What a page's handler returns: `{ form }` for the template, filled with what is known. */
  filledWith(values?: Partial<Values<F>>, shown?: Shown<F>): { form: FormView };
  /** An empty form for the template. */
  empty(shown?: Shown<F>): { form: FormView };
  /** To throw when the answers are readable but refused: `throw form.wrong({ trust: 'Choose another trust' })`. */
  wrong(messages: Wrong<F>): WrongAnswers;
}

/** What a form needs to be told. */
export interface FormOptions<F extends Fields> {
  readonly fields: F;
  /** Words on the button; "Continue" unless told. */
  readonly button?: string;
  /** What must hold between fields: messages by field. Asked only when every field is right by itself. */
  readonly together?: (values: Values<F>, context: FormContext) => Wrong<F>;
}

/** The answers to a form: `answer: Answer<typeof decisionDateForm>`. */
export type Answer<T> = T extends FormTable<infer F> ? Values<F> : never;

/** Declares a form (libs/web/README.md, "How to write a page"). */
export function form<const F extends Fields>({ fields, button = 'Continue', together }: FormOptions<F>): FormTable<F> {
  const entries = Object.entries(fields);

  const problems = (messages: Wrong<F>): Problem[] =>
    Object.entries(messages).flatMap(([field, message]) =>
      message ? [{ field, input: firstInput(fields, field), message }] : [],
    );

  const table: FormTable<F> = {
    fields,
    button,
    parse(body, context) {
      const typed = typedIn(body);
      const readings = entries.map(([name, field]) => [name, field.read(typed, name, context)] as const);
      const errors = readings.flatMap(([, reading]) => ('problems' in reading ? reading.problems : []));
      if (errors.length > 0) return { errors, typed };
      const ok = Object.fromEntries(
        readings.map(([name, reading]) => [name, 'value' in reading && reading.value]),
      ) as Values<F>;
      const broken = problems(together?.(ok, context) ?? {});
      return broken.length > 0 ? { errors: broken, typed } : { ok };
    },
    filledWith(values = {}, { offer = {} } = {}) {
      const typed = entries.map(([name, field]) =>
        values[name] === undefined || values[name] === null ? {} : field.write(values[name], name),
      );
      const options = Object.fromEntries(
        Object.entries(offer).map(([name, one]) => [name, offered(one as Offer, ownOptions(fields[name]))]),
      );
      return { form: viewOf(table, Object.assign({}, ...typed), options) };
    },
    empty: (shown) => table.filledWith({}, shown),
    wrong: (messages) => new WrongAnswers(table, problems(messages)),
  };
  return table;
}

/** The id of the input that an error of a field links to. */
function firstInput(fields: Fields, name: string): string {
  const field = fields[name];
  if (!field) return '';
  const { component, params } = field.view({ name, typed: {}, problems: [] });
  const [part] = component === 'dateInput' ? (params['items'] as { name: string }[]) : [];
  return part ? `${name}-${part.name}` : name;
}

function ownOptions(field: Fields[string] | undefined): Option[] {
  const choices = (field?.options as { choices?: Parameters<typeof toOptions>[0] } | undefined)?.choices;
  return choices ? toOptions(choices) : [];
}
