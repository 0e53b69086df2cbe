import type { IsoDate } from '@academies/contracts';

/** What was typed, as the browser sent it: one text or several by input name. */
export type Typed = Record<string, string | string[]>;

/** What rules may ask besides the value. */
export interface FormContext {
  readonly today: IsoDate;
  /** What was looked up for fields that ask a register, by field (`lookedUp`). */
  readonly found?: Readonly<Record<string, Found>>;
}

/** One thing wrong with an answer. `input` is the id that the error summary links to, `parts` the inputs to mark. */
export interface FieldError {
  readonly field: string;
  readonly input: string;
  readonly message: string;
  readonly parts?: readonly string[];
  /** Where it is put right, when that is another page. */
  readonly href?: string;
}

/** A sentence about what is wrong, or nothing. */
export type Rule<Value> = (value: Value, context: FormContext) => string | false | null | undefined;

/** The outcome of reading one field. Without value and without error there is still something to choose. */
export type Reading<Value> = { readonly value: Value } | { readonly errors: readonly FieldError[] };

/** One choice of radios, checkboxes or a select. */
export interface Option<Name extends string = string> {
  readonly value: Name;
  readonly text: string;
  readonly hint?: string;
}

/** What a look-up found: at most as many as a page shows, and whether there are more. */
export interface Found {
  readonly matches: readonly Match[];
  readonly more: boolean;
}

/** Asks a register by words of a name or by a number; given by the service. */
export type LookUp = (search: string) => Promise<Found>;

/** One that was found. Who types one of its numbers exactly means this one. */
export interface Match extends Option {
  readonly numbers?: readonly string[];
  /** A sentence about why it cannot be chosen, where it cannot. */
  readonly whyNot?: string;
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
  readonly component: 'input' | 'characterCount' | 'radios' | 'checkboxes' | 'select' | 'dateInput' | 'registerSearch';
  readonly params: Record<string, unknown>;
  /** Fields that one of its choices opens, by the choice. */
  readonly reveals?: Readonly<Record<string, readonly FieldView[]>>;
}

/** What a field is drawn from: what is in it, what is wrong with it, what may be chosen. */
export interface Showing {
  readonly name: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly offered?: readonly Option[];
  readonly found?: Found;
  /** The page's heading, when this is the one question that it asks. */
  readonly heading?: string;
}

/** A field is asked only when another one, before it in the form, has this answer (or holds it among several). */
export interface Condition {
  readonly field: string;
  readonly answer: string | number | boolean;
}

/** What a kind of field says of itself. */
export interface Kind<Value> {
  readonly options: FieldOptions<NonNullable<Value>>;
  /** Reads the answer from what was typed. */
  read(typed: Typed, name: string, context: FormContext): Reading<Value>;
  /** The inputs' texts for a value, the opposite of `read`. */
  write(value: Value, name: string): Typed;
  view(showing: Showing): FieldView;
  /** Whether something that is no `null` is a value of this kind: its type, its choices, its length, its range. */
  fits(value: unknown, today?: IsoDate): boolean;
  /** What must be looked up before the answer can be read, and by which look-up; only fields that ask a register. */
  readonly searches?: { readonly lookUp: string; search(typed: Typed, name: string): string };
}

/** A field, as made by `text`, `date`, `radios` and the others. */
export interface Field<Value> extends Omit<Kind<Value>, 'fits'> {
  readonly condition?: Condition;
  /**
   * Whether import and commands may keep this as the field's value: of its kind, `null` where no answer is required.
   * Rules that ask for other fields are asked by `read` alone; a range that depends on today is asked where it is told.
   */
  accepts(value: unknown, today?: IsoDate): boolean;
  /** The same field, asked only when another has this answer; else it is not read and its value is null. */
  when(field: string, answer: Condition['answer']): Field<Value | null>;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Makes a field of its kind. */
export const fieldOf = <Value>({ fits, ...kind }: Kind<Value>, condition?: Condition): Field<Value> => ({
  ...kind,
  ...(condition && { condition }),
  accepts: (value, today) => (isNothing(value) ? !kind.options.required : fits(value, today)),
  when: (field, answer) => fieldOf({ fits, ...kind } as Kind<Value | null>, { field, answer }),
});

/** Whether a field is asked, given the answers before it. */
export const isAsked = (
  { condition }: Pick<Field<unknown>, 'condition'>,
  answers: Record<string, unknown>,
): boolean => {
  if (!condition) return true;
  const answer = answers[condition.field];
  return Array.isArray(answer) ? answer.includes(condition.answer) : answer === condition.answer;
};

/** The type of a field's value: without `required` it may be null. */
export type Presence<Options, Value> = Options extends { required: string } ? Value : Value | null;
