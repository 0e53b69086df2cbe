import { isAcademy, isOpen, runs, Urn, whyNotConvert } from '@academies/contracts';
import { rule } from './rule.ts';

/** The rules about the school or academy (docs/domain/handover.md, rules 1, 2 and 9). */
export const schoolRules = [
  // Rule 1: a URN is six digits.
  rule('urn-is-six-digits', {
    fixOn: 'school',
    broken: ({ urn }) => !Urn.safeParse(urn).success && `The URN must be 6 digits, and "${urn}" is not`,
  }),

  // Rule 1: it is in the register.
  rule('school-is-in-register', {
    fixOn: 'school',
    lackingInRegister: true,
    broken: ({ urn, school }) =>
      !school && Urn.safeParse(urn).success && `The register has no school or academy with the URN ${urn}`,
  }),

  // Rule 1: it is open, status 1, or 3, open but proposed to close.
  rule('school-is-open', {
    fixOn: 'school',
    lackingInRegister: true,
    broken: ({ school }) =>
      school &&
      !isOpen(school) &&
      `${school.name} is not open: its status in the register is ${school.status.name ?? 'unknown'}`,
  }),

  // Rule 1: a conversion's school is of a kind that can convert, a transfer's is an academy.
  rule('school-suits-kind', {
    fixOn: 'school',
    lackingInRegister: true,
    broken: ({ kind, school }) => {
      if (!school) return undefined;
      if (kind === 'conversion') return whyNotConvert(school);
      return !isAcademy(school) && `${school.name} is not an academy, so it cannot transfer`;
    },
  }),

  // Rule 1: the trust that a transfer leaves runs the academy, by whichever of its records.
  rule('academy-is-run-by-outgoing-trust', {
    fixOn: 'school',
    lackingInRegister: true,
    broken: ({ kind, school, outgoingTrustInRegister: leaving }) => {
      if (kind !== 'transfer' || !school || !isAcademy(school) || !leaving || runs(leaving, school)) return undefined;
      const runBy = school.trust.name ?? 'no trust';
      return `${leaving.name} does not run ${school.name}: in the register ${runBy} does`;
    },
  }),

  // Rule 2: Complete has no inactive or active project for it.
  rule('no-living-project', {
    fixOn: 'school',
    broken: ({ urn, livingProject }) =>
      livingProject &&
      `Complete already has an open project for the URN ${urn}, from Prepare project ${livingProject.prepareId}`,
  }),

  // Rule 9: it has a local authority and a region. Only the register can change that.
  rule('school-has-region-and-authority', {
    fixOn: null,
    lackingInRegister: true,
    broken: ({ school }) => {
      if (!school) return undefined;
      const lacks = [!school.localAuthority.code && 'local authority', !school.region && 'region'].filter(Boolean);
      return (
        lacks.length > 0 &&
        `${school.name} has no ${lacks.join(' and no ')} in the register. Ask for it to be corrected in Get Information About Schools`
      );
    },
  }),
];
