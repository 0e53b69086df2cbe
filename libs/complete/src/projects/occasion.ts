import { type IsoDate, londonDate, type Person } from '@academies/contracts';

/** Who does something, and when; every command carries it. */
export interface Occasion {
  readonly by: Person;
  /** The moment, ISO 8601. */
  readonly at: string;
}

/** The day of an occasion in England. */
export const dayOf = ({ at }: Pick<Occasion, 'at'>): IsoDate => londonDate(new Date(at));
