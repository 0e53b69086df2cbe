import type { Problem, Typed } from './field.ts';

/** The answers to a form are wrong. Whoever throws it sees the same page again, with status 400 and what was typed. */
export class WrongAnswers extends Error {
  constructor(
    readonly form: object,
    readonly problems: readonly Problem[],
    readonly typed?: Typed,
  ) {
    super(problems.map(({ message }) => message).join('; '));
    this.name = 'WrongAnswers';
  }
}
