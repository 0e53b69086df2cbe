import { IsoDate } from '@academies/contracts';
import { rule } from './rule.ts';

/** The first day on which a decision can have been made (domain/handover.md, rule 6). */
export const earliestDecision: IsoDate = '2010-01-01';

/** The decision was made today or earlier, not before 2010 (domain/handover.md, rule 6). Not judged before there is one. */
export const decisionDateIsPossible = rule('decision-date-is-possible', {
  mendedOn: 'decision',
  broken: ({ decisionDate, today }) => {
    if (decisionDate === null) return undefined;
    if (!IsoDate.safeParse(decisionDate).success) return 'The decision date must be a real date';
    if (decisionDate > today) return 'The decision date must be today or earlier';
    return decisionDate < earliestDecision && 'The decision date must be in 2010 or later';
  },
});
