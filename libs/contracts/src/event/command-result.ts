import { type IsoDate, londonDate } from '../values/dates.ts';
import type { Person } from '../values/people.ts';
import type { OutboxEvent } from './event.ts';

/** Who gives a command, at which moment (ISO 8601), and which day that is in England. */
export interface CommandContext {
  readonly by: Person;
  readonly at: string;
  readonly today: IsoDate;
}

/** The context of a command that somebody gives at a moment. */
export const contextAt = ({ email, name }: Person, moment: Date | string): CommandContext => ({
  by: { email, name },
  at: new Date(moment).toISOString(),
  today: londonDate(new Date(moment)),
});

/** What is wrong, for a person, and the form field that it belongs to. */
export interface Problem {
  readonly message: string;
  readonly field?: string;
}

/** It happened: the new state, and the events that led to it. Without events nothing had to be changed. */
export interface Changed<State> {
  readonly state: State;
  readonly events: readonly OutboxEvent[];
  readonly problems?: undefined;
}

/** It did not happen, and nothing changed. */
export interface Refused {
  readonly problems: readonly Problem[];
  readonly state?: undefined;
  readonly events?: undefined;
}

/** What a command answers. Never both. */
export type CommandResult<State> = Changed<State> | Refused;

export const changed = <State>(state: State, ...events: OutboxEvent[]): Changed<State> => ({ state, events });

/** Refuses for one reason; several are `{ problems }`. */
export const refused = (message: string, field?: string): Refused => ({
  problems: [field === undefined ? { message } : { message, field }],
});
