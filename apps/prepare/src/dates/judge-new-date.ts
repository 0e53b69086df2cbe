import { FirstOfMonth, type IsoDate, type PreparedProject, type Problem } from '@academies/contracts';

/** What is wrong with a new conversion or transfer date, reasons aside (domain/prepare.md, "What a project holds"). */
export function judgeNewDate(
  { kind, proposedDate, proposedDecisionDate }: PreparedProject,
  date: IsoDate,
): Problem | undefined {
  const words = `proposed ${kind} date`;
  const wrong = (message: string): Problem => ({ message, field: 'date' });
  if (!FirstOfMonth.safeParse(date).success) return wrong(`The ${words} must be the first day of a month`);
  if (date === proposedDate) return wrong(`The new ${words} must be different from the present one`);
  if (proposedDecisionDate && date < proposedDecisionDate) {
    return wrong(`The ${words} must be on or after the proposed decision date`);
  }
  return undefined;
}
