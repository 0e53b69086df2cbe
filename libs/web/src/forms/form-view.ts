import type { FieldView, Option, Problem, Typed } from './field.ts';
import type { Fields, FormTable } from './form.ts';

/** A form as the template gets it; `{{ answerForm(form) }}` draws it. */
export class FormView {
  /** Put in when the page is rendered: the session's token, and the address that the form is posted to. */
  csrfToken = '';
  action = '';

  constructor(
    readonly of: object,
    readonly fields: readonly FieldView[],
    readonly errors: readonly { text: string; href?: string }[],
    readonly button: string,
    /** The same form with what was typed and what was wrong with it. */
    readonly again: (typed: Typed, problems: readonly Problem[]) => FormView,
  ) {}

  /** One field, for a page that places its fields itself: `{{ formField(form.field('trust')) }}`. */
  field(name: string): FieldView | undefined {
    return this.fields.find((field) => field.name === name);
  }
}

/** Draws every field of a form. */
export function viewOf<F extends Fields>(
  table: FormTable<F>,
  typed: Typed,
  options: Record<string, Option[]>,
  problems: readonly Problem[] = [],
): FormView {
  const fields = Object.entries(table.fields).map(([name, field]) =>
    field.view({ name, typed, problems: problems.filter((problem) => problem.field === name), offered: options[name] }),
  );
  const errors = problems.map(({ message, input }) => ({ text: message, ...(input && { href: `#${input}` }) }));
  return new FormView(table, fields, errors, table.button, (again, wrong) => viewOf(table, again, options, wrong));
}
