import type { FieldOptions, FormContext, Problem, Reading } from './field.ts';

/** A reading that failed with one message on the field's own input. */
export const wrong = (field: string, message: string, input = field, parts?: readonly string[]): Reading<never> => ({
  problems: [{ field, input, message, ...(parts && { parts }) } satisfies Problem],
});

/** Nothing was answered: an error where an answer is required, else null. */
export const unanswered = (name: string, { required }: FieldOptions<never>, input = name): Reading<null> =>
  required ? wrong(name, required, input) : { value: null };

/** The value if it keeps every rule of its field, else the first rule that it breaks. */
export function judged<Value>(
  value: Value,
  name: string,
  { rules = [] }: FieldOptions<Value>,
  context: FormContext,
  input = name,
): Reading<Value> {
  for (const rule of rules) {
    const message = rule(value, context);
    if (message) return wrong(name, message, input);
  }
  return { value };
}
