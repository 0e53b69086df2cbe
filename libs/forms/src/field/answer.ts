import { cleaned } from '@academies/contracts';
import type { FieldOptions, FormContext, FieldError, Reading, Rule, Typed } from './field.ts';

const tidy = (text: string): string => cleaned(text).trim();

/**
 * What was typed, safe to keep: texts only, trimmed, line ends as one line feed (as exports want them), without what
 * nobody sees in what people paste and what PostgreSQL refuses.
 */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const typed: [string, string | string[]][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed.push([name, tidy(value)]);
    else if (Array.isArray(value)) typed.push([name, value.filter((one) => typeof one === 'string').map(tidy)]);
  }
  return Object.fromEntries(typed);
}

/** The one text of an input; when it came several times, the first. */
export function one(typed: Typed, input: string): string {
  const value = Object.hasOwn(typed, input) ? typed[input] : undefined;
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** All texts of an input, none twice. */
export function several(typed: Typed, input: string): string[] {
  const value = Object.hasOwn(typed, input) ? typed[input] : undefined;
  return value === undefined ? [] : [...new Set(Array.isArray(value) ? value : [value])].filter((text) => text !== '');
}

/** The text looks like this: `matching(/^TR\d{5}$/, 'Enter TR and 5 numbers')`. */
export const matching =
  (pattern: RegExp, message: string): Rule<string> =>
  (value) =>
    !pattern.test(value) && message;

/** A reading that failed with one message on the field's own input. */
export const wrong = (field: string, message: string, input = field, parts?: readonly string[]): Reading<never> => ({
  errors: [{ field, input, message, ...(parts && { parts }) } satisfies FieldError],
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
