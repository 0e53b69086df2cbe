import { type CompleteProject, vocabulary } from '@academies/contracts';

/** What a line of the history is about; the page can be narrowed to one of them. */
export const historyKinds = vocabulary({
  state: 'State',
  dates: 'Dates',
  tasks: 'Tasks',
  contacts: 'Contacts',
  notes: 'Notes',
  people: 'People',
  about: 'About the project',
});
export type HistoryKind = (typeof historyKinds.names)[number];

/** One change in words: what it is, and what was said of it before and after; null is nothing. */
export interface HistoryChange {
  readonly kind: HistoryKind;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type Says = (project: CompleteProject) => string | null;
/** One thing that can change, and how it is said. */
export interface Line {
  readonly kind: HistoryKind;
  readonly what: string;
  readonly says: Says;
}
