import { Ukprn } from '@academies/contracts';
import { rule } from './rule.ts';

/** The trust that a school joins is in the register (domain/handover.md, rule 3). */
export const incomingTrustIsInRegister = rule('incoming-trust-is-in-register', {
  mendedOn: 'incoming-trust',
  lackingInRegister: true,
  broken: ({ formingAMat, incomingTrust: { ukprn }, incomingTrustInRegister }) =>
    !formingAMat &&
    Ukprn.safeParse(ukprn).success &&
    !incomingTrustInRegister &&
    `The register has no trust with the UKPRN ${ukprn}, which is the incoming trust's`,
});
