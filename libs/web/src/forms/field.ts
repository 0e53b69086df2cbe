import type { IsoDate } from '@academies/contracts';

/** What was typed, as the browser sent it: one text or several by input name. */
export type Typed = Record<string, string | string[]>;

/** What rules may ask besides the value. */
export interface FormContext {
  readonly today: IsoDate;
}

/** One thing wrong with an answer. `input` is the id that the error summary links to, `parts` the inputs to mark. */
export interface Problem {
  readonly field: string;
  readonly input: string;
  readonly message: string;
  readonly parts?: readonly string[];
}

/** A sentence about what is wrong, or nothing. */
export type Rule<Value> = (value: Value, context: FormContext) => string | false | null | undefined;

/** The outcome of reading one field. */
export type Reading<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] };

/** One choice of radios, checkboxes or a select. */
export interface Option<Name extends string = string> {
  readonly value: Name;
  readonly text: string;
  readonly hint?: string;
}

/** What each kind of field has in common. */
export interface FieldOptions<Value> {
  readonly label: string;
  readonly hint?: string;
  /** The message when nothing was answered. Without it the field is optional and its value may be null. */
  readonly required?: string;
  readonly rules?: readonly Rule<Value>[];
  /** The label is the page's heading (one question a page). */
  readonly heading?: boolean;
}

/** What the macro gets to draw a field: which component and its parameters. */
export interface FieldView {
  readonly name: string;
  readonly component: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'dateInput';
  readonly params: Record<string, unknown>;
}

/** What a field is drawn from: what is in it, what is wrong with it, what may be chosen. */
export interface Showing {
  readonly name: string;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly offered?: readonly Option[];
}

/** A kind of field, as made by `text`, `date`, `radios` and the others. */
export interface Field<Value> {
  readonly options: FieldOptions<NonNullable<Value>>;
  /** Reads the answer from what was typed. */
  read(typed: Typed, name: string, context: FormContext): Reading<Value>;
  /** The inputs' texts for a value, the opposite of `read`. */
  write(value: Value, name: string): Typed;
  view(showing: Showing): FieldView;
}

/** The type of a field's value: without `required` it may be null. */
export type Presence<Options, Value> = Options extends { required: string } ? Value : Value | null;
