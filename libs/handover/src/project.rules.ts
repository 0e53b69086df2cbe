import { FirstOfMonth, IsoDate } from '@academies/contracts';
import { isOfDomain } from './allowed-email-domains.ts';
import { rule } from './rule.ts';

/** The first day on which a decision can have been made (docs/domain/handover.md, rule 6). */
export const earliestDecision: IsoDate = '2010-01-01';

/** The rules about the project's own dates and people (docs/domain/handover.md, rules 6 and 7, "Where two readings were possible"). */
export const projectRules = [
  // Rule 6: the decision was made today or earlier, not before 2010. Not judged before there is one.
  rule('decision-date-is-possible', {
    fixOn: 'decision',
    broken: ({ decisionDate, today }) => {
      if (decisionDate === null) return undefined;
      if (!IsoDate.safeParse(decisionDate).success) return 'The decision date must be a real date';
      if (decisionDate > today) return 'The decision date must be today or earlier';
      return decisionDate < earliestDecision && 'The decision date must be in 2010 or later';
    },
  }),

  // Rule 6: the conversion or transfer date is the first of a month.
  rule('provisional-date-is-first-of-month', {
    fixOn: 'proposed-date',
    broken: ({ kind, provisionalDate }) => {
      if (!provisionalDate) return `Enter the proposed ${kind} date`;
      return (
        !FirstOfMonth.safeParse(provisionalDate).success && `The proposed ${kind} date must be the first day of a month`
      );
    },
  }),

  // A conversion has a route: without one nobody knows whether there is a directive academy order. No page changes it.
  rule('route-is-known', {
    fixOn: null,
    broken: ({ kind, route }) =>
      kind === 'conversion' &&
      route === null &&
      'The project does not say whether the conversion is voluntary or sponsored. Start the project again with its route',
  }),

  // Rule 7: somebody is assigned, with an e-mail of an allowed domain and a name of any number of words.
  rule('creator-is-known', {
    fixOn: 'assigned-to',
    broken: ({ createdBy, allowedDomains }) => {
      if (!createdBy) return 'Assign the project to somebody';
      if (!createdBy.name.trim()) return 'The assigned person has no name. Assign somebody else';
      const allowed = isOfDomain(createdBy.email, allowedDomains);
      return (
        !allowed && `Assign somebody whose email address ends in ${allowedDomains.map((one) => `@${one}`).join(' or ')}`
      );
    },
  }),
];
