import type { Problem } from '@academies/contracts';
import { type Offer, offered, toOptions } from '../field/choices.ts';
import { type Field, type FieldError, type FormContext, isAsked, type Option, type Typed } from '../field/field.ts';
import { typedIn } from '../field/answer.ts';
import { type Faster, FormErrors, messagesOf } from './form-errors.ts';
import { type FormView, viewOf } from './form-view.ts';
import { collides, type Sent, type SentAbout, settle, shownHash } from './shown-values.ts';

/** The fields of a form by name, in the order of the page. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a field's value is of any type; `Values` gets it back
export type Fields = Readonly<Record<string, Field<any>>>;

/** The answers to fields. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** What is known of every field, null where nothing is: whole, so that the compiler names a field that is left out. */
export type Known<F extends Fields> = { readonly [Name in keyof F]: Values<F>[Name] | null | undefined };

/** Messages by field; the name '' is for what concerns no field. */
export type Wrong<F extends Fields> = Partial<Record<(keyof F & string) | '', string>>;

/** The outcome of reading a whole form. */
export type Parsed<F extends Fields> =
  | { readonly ok: Values<F> }
  | {
      readonly errors: readonly FieldError[];
      readonly typed: Typed;
      readonly found?: FormContext['found'];
      /** What could be read all the same, so that a page with rules of its own tells everything at once. */
      readonly values: Partial<Values<F>>;
    };

/** What a page may add when it shows a form. */
export interface Shown<F extends Fields> {
  /** What may be chosen, where that depends on the page: options, a table, or names of the field's own table. */
  readonly offer?: { readonly [Name in keyof F]?: Offer };
  /** The page's heading: the legend of the only question is the heading, so that nothing is read twice. */
  readonly heading?: string;
  /** What the page shows besides its fields, where a change of it collides too (`Sent.about`). */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** A form: one table drives its page, its reading and its errors. */
export interface FormTable<F extends Fields> {
  readonly fields: F;
  readonly button: string;
  /** Reads what was typed; pure. */
  parse(body: unknown, context: FormContext): Parsed<F>;
  /** What a page's handler returns: `{ form }` for the template, filled with what is stored. */
  filledWith(values: Known<F>, shown?: Shown<F>): { form: FormView };
  /** The same where nothing is stored yet, with the answers that it begins with. */
  beginningWith(values: Partial<Values<F>>, shown?: Shown<F>): { form: FormView };
  /** An empty form for the template. */
  empty(shown?: Shown<F>): { form: FormView };
  /** To throw when the answers are readable but refused: `throw form.wrong({ trust: 'Choose another trust' })`. */
  wrong(messages: Wrong<F>): FormErrors;
  /** The same for what a rule found: each problem at the field that it names, else at the first. `found`: what was looked up. */
  withProblems(problems: readonly Problem[], found?: FormContext['found']): FormErrors;
  /** A short hash of the values that the form shows; its page carries it as the hidden input `shown`. */
  shown(values: Partial<Values<F>>): string;
  /** Whether somebody else changed what this form's page showed besides its fields before it was sent. */
  collides(sent: SentAbout): boolean;
  /**
   * What to save of an answer, asked in the transaction that holds what is saved: what somebody else changed meanwhile and
   * the sender did not stays theirs. Throws where both changed the same: the page then shows both, side by side.
   */
  settled(
    sent: Sent & {
      readonly stored: Known<F>;
      readonly answer: Values<F>;
      faster?(fields: readonly string[]): Faster | undefined;
    },
  ): Values<F>;
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

  const errorsAt = (messages: Wrong<F>): FieldError[] =>
    Object.entries(messages).flatMap(([field, message]) =>
      message ? [{ field, input: firstInput(fields, field), message }] : [],
    );

  const filled = (values: Partial<Known<F>>, { offer = {}, about = {}, heading }: Shown<F> = {}) => {
    const typed = entries.map(([name, field]) => writtenBy(field, name, values[name]));
    const options = Object.fromEntries(
      Object.entries(offer).map(([name, one]) => [name, offered(one as Offer, ownOptions(fields[name]))]),
    );
    const shown = shownHash(fields, values, about);
    return { form: viewOf({ table, typed: Object.assign({}, ...typed), options, shown, ...(heading && { heading }) }) };
  };

  const table: FormTable<F> = {
    fields,
    button,
    parse(body, context) {
      const typed = typedIn(body);
      const { values, unread } = readAll(entries, typed, context);
      const errors = unread ?? errorsAt(together?.(values as Values<F>, context) ?? {});
      return unread || errors.length > 0
        ? { errors, typed, found: context.found, values: values as Partial<Values<F>> }
        : { ok: values as Values<F> };
    },
    filledWith: filled,
    beginningWith: filled,
    empty: (shown) => filled({}, shown),
    shown: (values) => shownHash(fields, values),
    collides: (sent) => collides(fields, sent),
    settled({ faster: fasterWith, ...sent }) {
      const { answer, collisions } = settle(fields, sent, together !== undefined);
      if (collisions.length === 0) return answer as Values<F>;
      const faster = fasterWith?.(collisions);
      const errors = errorsAt(
        Object.fromEntries(collisions.map((name) => [name, met(fields[name], faster)])) as Wrong<F>,
      );
      const stays = entries.filter(([name]) => !collisions.includes(name));
      const settled = Object.assign({}, ...stays.map(([name, field]) => writtenBy(field, name, answer[name]))) as Typed;
      throw new FormErrors(table, errors, undefined, undefined, { faster, fields: collisions, settled });
    },
    wrong: (messages) => new FormErrors(table, errorsAt(messages)),
    withProblems: (problems, found) =>
      new FormErrors(table, errorsAt(messagesOf(fields, problems) as Wrong<F>), undefined, found),
  };
  return table;
}

const writtenBy = (field: Field<unknown>, name: string, value: unknown): Typed =>
  value === undefined || value === null ? {} : field.write(value, name);

/** What somebody is told whose answer met another one. */
const met = (field: Field<unknown> | undefined, faster: Faster | undefined): string =>
  `${faster?.name ?? 'Somebody else'} changed “${field?.options.label}” while you had this page open. Compare both answers, then save the one that should stand`;

/** Reads field by field; one that is not asked is null. `unread` are the errors, when there is something unread. */
function readAll(entries: [string, Field<unknown>][], typed: Typed, context: FormContext) {
  const values: Record<string, unknown> = {};
  let unread: FieldError[] | undefined;
  for (const [name, field] of entries) {
    const reading = isAsked(field, values) ? field.read(typed, name, context) : { value: null };
    if ('value' in reading) values[name] = reading.value;
    else unread = [...(unread ?? []), ...reading.errors];
  }
  return { values, unread };
}

/** The id of the input that an error of a field links to. */
function firstInput(fields: Fields, name: string): string {
  const field = fields[name];
  if (!field) return '';
  const { component, params } = field.view({ name, typed: {}, errors: [] });
  if (component === 'registerSearch') return `${name}_search`;
  const [part] = component === 'dateInput' ? (params['items'] as { name: string }[]) : [];
  return part ? `${name}-${part.name}` : name;
}

function ownOptions(field: Fields[string] | undefined): Option[] {
  const choices = (field?.options as { choices?: Parameters<typeof toOptions>[0] } | undefined)?.choices;
  return choices ? toOptions(choices) : [];
}
