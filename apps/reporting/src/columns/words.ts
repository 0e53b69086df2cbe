import type { Person } from '@academies/contracts';
import { type Cell, text } from './cell.ts';

/** Nobody has answered yet, or the value is still to come. */
export const unconfirmed = text('unconfirmed');
/** Nobody, or no team, has it. */
export const unassigned = text('unassigned');
/** The question does not arise for this project. */
export const notApplicable = text('not applicable');

/** Yes, no, or `unconfirmed`: an unanswered question is never no (domain/reporting.md). */
export const yesNo = (answer: boolean | null | undefined): Cell =>
  answer === null || answer === undefined ? unconfirmed : text(answer ? 'yes' : 'no');

/** A name that travels, in the words of the data dictionary: `church_or_trust` is `church or trust`. */
export const inWords = (name: string): string => name.replaceAll('_', ' ').replace(/\bdao\b/, 'DAO');

/** Several things in one cell. */
export const joined = (parts: readonly string[]): Cell => text(parts.join('; '));

export const nameOf = (person: Person | null): Cell => (person ? text(person.name) : null);
export const emailOf = (person: Person | null): Cell => (person ? text(person.email) : null);
