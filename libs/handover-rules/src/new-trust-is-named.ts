import { Trn } from '@academies/contracts';
import { rule } from './rule.ts';

/** Forming a MAT needs the TRN and the name of the new trust (domain/handover.md, rules 3 and 4). */
export const newTrustIsNamed = rule('new-trust-is-named', {
  mendedOn: 'incoming-trust',
  broken: ({ formingAMat, incomingTrust: { trn, name } }) => {
    if (!formingAMat) return undefined;
    if (!trn && !name?.trim()) return 'Enter the trust reference number (TRN) and the name of the new trust';
    if (!trn) return 'Enter the trust reference number (TRN) of the new trust';
    if (!name?.trim()) return 'Enter the name of the new trust';
    return !Trn.safeParse(trn).success && `The TRN must be TR and 5 digits, and "${trn}" is not`;
  },
});
