import { Ukprn } from '@academies/contracts';
import { rule } from './rule.ts';

/** Joining a MAT needs the UKPRN of a trust (domain/handover.md, rule 3). */
export const incomingTrustIsChosen = rule('incoming-trust-is-chosen', {
  mendedOn: 'incoming-trust',
  broken: ({ formingAMat, incomingTrust: { ukprn } }) => {
    if (formingAMat) return undefined;
    if (!ukprn) return 'Choose the incoming trust';
    return (
      !Ukprn.safeParse(ukprn).success &&
      `The incoming trust's UKPRN must be 8 digits and start with 1, and "${ukprn}" does not`
    );
  },
});
