import type { IsoDate, Person } from '@academies/contracts';

/** Who does something, at which moment, and which day that is in England. */
export interface Occasion {
  readonly by: Person;
  readonly at: string;
  readonly today: IsoDate;
}
