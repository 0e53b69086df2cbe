import { FirstOfMonth } from '@academies/contracts';
import { rule } from './rule.ts';

/** The conversion or transfer date is the first of a month (domain/handover.md, rule 6). */
export const provisionalDateIsFirstOfMonth = rule('provisional-date-is-first-of-month', {
  mendedOn: 'proposed-date',
  broken: ({ kind, provisionalDate }) => {
    if (!provisionalDate) return `Enter the proposed ${kind} date`;
    return (
      !FirstOfMonth.safeParse(provisionalDate).success && `The proposed ${kind} date must be the first day of a month`
    );
  },
});
