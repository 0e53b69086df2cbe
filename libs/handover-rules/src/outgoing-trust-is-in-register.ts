import { Ukprn } from '@academies/contracts';
import { rule } from './rule.ts';

/** The trust that an academy leaves is in the register (domain/handover.md, rule 3). */
export const outgoingTrustIsInRegister = rule('outgoing-trust-is-in-register', {
  mendedOn: 'outgoing-trust',
  lackingInRegister: true,
  broken: ({ kind, outgoingTrustUkprn, outgoingTrustInRegister }) =>
    kind === 'transfer' &&
    Ukprn.safeParse(outgoingTrustUkprn).success &&
    !outgoingTrustInRegister &&
    `The register has no trust with the UKPRN ${outgoingTrustUkprn}, which is the outgoing trust's`,
});
