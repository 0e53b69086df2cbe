import type { Outgoing } from './event.ts';

/** What is wrong, for a person, and the form field that it belongs to. */
export interface Problem {
  readonly message: string;
  readonly field?: string;
}

/** What a domain rule answers: the events that happened, or the problems that stood in the way. Never both. */
export type Verdict =
  | { readonly events: readonly Outgoing[]; readonly problems?: undefined }
  | { readonly problems: readonly Problem[]; readonly events?: undefined };

/** It happened. The state after the last event is the new state. */
export const changed = (...events: Outgoing[]): Verdict => ({ events });

/** It did not happen, and nothing changed. */
export const refused = (message: string, field?: string): Verdict => ({
  problems: [field === undefined ? { message } : { message, field }],
});
