import type { Right } from './rights.table.ts';

/** One entry of the service navigation; with `needs` only those who have the right see it. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly needs?: Right;
  /** Further addresses below which this entry is marked. */
  readonly covers?: readonly string[];
}
