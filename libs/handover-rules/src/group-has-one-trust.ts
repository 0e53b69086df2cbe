import { GroupReference } from '@academies/contracts';
import { rule } from './rule.ts';
import { sameTrust } from './same-trust.ts';

/** The other members of the group have the same incoming trust (domain/handover.md, rule 8). */
export const groupHasOneTrust = rule('group-has-one-trust', {
  mendedOn: 'group',
  broken: ({ group, incomingTrust, incomingTrustInRegister, trustsInGroup }) => {
    if (!group) return undefined;
    if (!GroupReference.safeParse(group).success) return 'The group reference must be GRP_ and 8 digits';
    const own = { ukprn: incomingTrust.ukprn, trn: incomingTrust.trn ?? incomingTrustInRegister?.trn ?? null };
    return (
      !trustsInGroup.every((trust) => sameTrust(trust, own)) &&
      `The other projects of the group ${group} have another incoming trust`
    );
  },
});
