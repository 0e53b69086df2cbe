import type { IsoDate } from '@academies/contracts';
import type { Rule } from './field.ts';

/** Today or earlier: for what has happened already. */
export const notInFuture =
  (message: string): Rule<IsoDate> =>
  (date, { today }) =>
    date > today && message;

/** Today or later: for what is still to come. */
export const notInPast =
  (message: string): Rule<IsoDate> =>
  (date, { today }) =>
    date < today && message;

/** The text looks like this: `matching(/^TR\d{5}$/, 'Enter TR and 5 numbers')`. */
export const matching =
  (pattern: RegExp, message: string): Rule<string> =>
  (value) =>
    !pattern.test(value) && message;
