import { rule } from './rule.ts';
import { sameTrust } from './same-trust.ts';

/** An academy does not transfer to the trust that it leaves (domain/handover.md, rule 5). */
export const trustsDiffer = rule('trusts-differ', {
  mendedOn: 'incoming-trust',
  broken: ({ kind, incomingTrust, outgoingTrustUkprn, outgoingTrustInRegister }) =>
    kind === 'transfer' &&
    sameTrust(incomingTrust, { ukprn: outgoingTrustUkprn, trn: outgoingTrustInRegister?.trn ?? null }) &&
    'The incoming trust is also the outgoing trust',
});
