import { FirstOfMonth, type IsoDate, type PreparedProject, type Problem } from '@academies/contracts';
import { type DateRange, outOfRange } from '@academies/forms';

/** When a project that is still prepared can convert or transfer. */
export const proposedDates: DateRange = { from: { years: -2 }, to: { years: 10 } };

/** What is wrong with a new conversion or transfer date, reasons aside (docs/domain/prepare.md, "What a project holds"). */
export function judgeNewDate(
  { kind, proposedDate, proposedDecisionDate }: PreparedProject,
  date: IsoDate,
  today: IsoDate,
): Problem | undefined {
  const words = `proposed ${kind} date`;
  const wrong = (message: string): Problem => ({ message, field: 'date' });
  if (!FirstOfMonth.safeParse(date).success) return wrong(`The ${words} must be the first day of a month`);
  const outside = outOfRange(`The ${words}`, proposedDates, date.slice(0, 7), today);
  if (outside) return wrong(outside);
  if (date === proposedDate) return wrong(`The new ${words} must be different from the present one`);
  if (proposedDecisionDate && date < proposedDecisionDate) {
    return wrong(`The ${words} must be on or after the proposed decision date`);
  }
  return undefined;
}
