import { Urn } from '@academies/contracts';
import { rule } from './rule.ts';

/** The school or academy is in the register (domain/handover.md, rule 1). */
export const schoolIsInRegister = rule('school-is-in-register', {
  mendedOn: 'school',
  lackingInRegister: true,
  broken: ({ urn, school }) =>
    !school && Urn.safeParse(urn).success && `The register has no school or academy with the URN ${urn}`,
});
