/** What a failure means for whoever meets it: wait and try again, give up at once, or try a few times. */
export type FailureKind = 'transient' | 'permanent' | 'poison';

/** An error with a stable code (`HANDOVER.PROJECT_EXISTS`) and a message that a person can act on. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Goes away by itself: a database or broker that is away. Tried again without end. */
export class TransientError extends AppError {
  readonly kind: FailureKind = 'transient';
}

/** Will never work as it is: an unreadable message, an unknown type. Parked at once. */
export class PermanentError extends AppError {
  readonly kind: FailureKind = 'permanent';
}

/** The code failed on it, perhaps by chance. Parked after three tries. Errors without a class count as this. */
export class PoisonError extends AppError {
  readonly kind: FailureKind = 'poison';
}

/** There is no such thing: a project, a page, a report. Shown as 404. */
export class NotFoundError extends AppError {}

/** The state of things forbids it: a locked project, a form sent twice. Shown as 409. */
export class RefusedError extends AppError {}

/** The request itself is wrong: a period the wrong way round. Shown as 400. */
export class InvalidError extends AppError {}

/** So much at once, or so often, is too much for one person. Shown as 429. */
export class TooMuchError extends AppError {}

/** The person may not do this. Shown as 403. */
export class ForbiddenError extends AppError {}
