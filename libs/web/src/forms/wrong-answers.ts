import type { Problem, Typed } from './field.ts';

/** The answers to a form are wrong. Whoever throws it sees the same page again, with status 400 and what was typed. */
export class WrongAnswers extends Error {
  /** The person looked at what has changed since. Else a page with a `version` keeps the one that the form was sent with. */
  isOutdated = false;

  constructor(
    readonly form: object,
    readonly problems: readonly Problem[],
    readonly typed?: Typed,
  ) {
    super(problems.map(({ message }) => message).join('; '));
    this.name = 'WrongAnswers';
  }
}
