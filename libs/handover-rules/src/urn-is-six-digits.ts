import { Urn } from '@academies/contracts';
import { rule } from './rule.ts';

/** A URN is six digits (domain/handover.md, rule 1). */
export const urnIsSixDigits = rule('urn-is-six-digits', {
  mendedOn: 'school',
  broken: ({ urn }) => !Urn.safeParse(urn).success && `The URN must be 6 digits, and "${urn}" is not`,
});
