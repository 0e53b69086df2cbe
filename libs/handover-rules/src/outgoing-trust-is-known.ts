import { Ukprn } from '@academies/contracts';
import { rule } from './rule.ts';

/** A transfer names the trust that the academy leaves, by UKPRN (domain/handover.md, rule 3). */
export const outgoingTrustIsKnown = rule('outgoing-trust-is-known', {
  mendedOn: 'outgoing-trust',
  broken: ({ kind, outgoingTrustUkprn }) => {
    if (kind !== 'transfer') return undefined;
    if (!outgoingTrustUkprn) return 'Choose the outgoing trust';
    return (
      !Ukprn.safeParse(outgoingTrustUkprn).success &&
      `The outgoing trust's UKPRN must be 8 digits and start with 1, and "${outgoingTrustUkprn}" does not`
    );
  },
});
