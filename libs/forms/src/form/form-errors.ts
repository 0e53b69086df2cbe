import type { Problem } from '@academies/contracts';
import type { FieldError, FormContext, Typed } from '../field/field.ts';

/** Who saved something else first, and when. */
export type Faster = Readonly<Record<'name' | 'at', string>>;

/** An answer met what somebody else saved, in these fields; the others are filled with what is `settled`. */
export interface Collision {
  readonly faster: Faster | undefined;
  readonly fields: readonly string[];
  readonly settled: Typed;
}

/** The answers to a form are wrong. Whoever throws it sees the same page again, with status 400 and what was typed. */
export class FormErrors extends Error {
  constructor(
    readonly form: object,
    readonly errors: readonly FieldError[],
    readonly typed?: Typed,
    readonly found?: FormContext['found'],
    readonly collision?: Collision,
  ) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'FormErrors';
  }
}

/** The lines of an error summary, each a link to where it is put right. */
export const summaryOf = (errors: readonly FieldError[]): { text: string; href?: string }[] =>
  errors.map(({ message, input, href = input && `#${input}` }) => ({ text: message, ...(href && { href }) }));

/** What a person is told whose form would overwrite what somebody else saved in the meantime. */
export const changedMeanwhile =
  'Somebody else changed this project while you had it open. Check what it says now, then send your change again';

/** Messages by the field of a form that each problem of a rule names, else at its first field or at none (''). */
export function messagesOf(fields: object, problems: readonly Problem[]): Record<string, string> {
  const [first = ''] = Object.keys(fields);
  const messages: Record<string, string> = {};
  for (const { field, message } of problems) {
    const at = field === undefined ? '' : field in fields ? field : first;
    messages[at] = messages[at] ? `${messages[at]}. ${message}` : message;
  }
  return messages;
}
