import { londonDate, type IsoDate } from '@academies/contracts';

/** The time, injected so that tests can name the day. `today` is the date in England. */
export abstract class Clock {
  abstract now(): Date;

  today(): IsoDate {
    return londonDate(this.now());
  }
}

/** The machine's own time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still at one moment: `fixedClock('2027-04-01T09:00:00Z')`. */
export function fixedClock(moment: string): Clock {
  return new (class FixedClock extends Clock {
    now(): Date {
      return new Date(moment);
    }
  })();
}
