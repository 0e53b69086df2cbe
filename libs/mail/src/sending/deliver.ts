import type { MailFacts } from '../templates/mail-template.ts';

/** An e-mail as it is given to whoever delivers it. */
export interface MailToSend {
  readonly id: string;
  readonly template: string;
  readonly to: string;
  readonly facts: MailFacts;
}

/** Delivers one e-mail, or throws. `NotDelivered` says whether another try makes sense; any other error may pass. */
export type Deliver = (mail: MailToSend) => Promise<void>;

/** What was answered instead of a delivery. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';

  constructor(
    message: string,
    readonly mayPass: boolean,
  ) {
    super(message);
  }
}

/** Too many at once and faults of the other side pass; what else is refused is refused tomorrow too. */
export const mayPass = (status: number): boolean => status === 429 || status >= 500;

/** How long an answer is waited for: a stop, which waits for what is on its way, takes less than ten seconds. */
export const patienceMs = 8_000;
