import { creatorIsKnown } from './creator-is-known.ts';
import { decisionDateIsPossible } from './decision-date-is-possible.ts';
import type { HandoverFacts } from './facts.ts';
import { groupHasOneTrust } from './group-has-one-trust.ts';
import { incomingTrustIsChosen } from './incoming-trust-is-chosen.ts';
import { incomingTrustIsInRegister } from './incoming-trust-is-in-register.ts';
import { newTrustIsNamed } from './new-trust-is-named.ts';
import { noLivingProject } from './no-living-project.ts';
import { outgoingTrustIsInRegister } from './outgoing-trust-is-in-register.ts';
import { outgoingTrustIsKnown } from './outgoing-trust-is-known.ts';
import { provisionalDateIsFirstOfMonth } from './provisional-date-is-first-of-month.ts';
import type { BrokenRule, Rule } from './rule.ts';
import { schoolHasRegionAndAuthority } from './school-has-region-and-authority.ts';
import { schoolIsInRegister } from './school-is-in-register.ts';
import { schoolIsOpen } from './school-is-open.ts';
import { schoolSuitsKind } from './school-suits-kind.ts';
import { trnHasOneName } from './trn-has-one-name.ts';
import { trustsDiffer } from './trusts-differ.ts';
import { urnIsSixDigits } from './urn-is-six-digits.ts';

/** Every rule, in the order of domain/handover.md. */
export const handoverRules: readonly Rule[] = [
  urnIsSixDigits,
  schoolIsInRegister,
  schoolIsOpen,
  schoolSuitsKind,
  noLivingProject,
  incomingTrustIsChosen,
  incomingTrustIsInRegister,
  newTrustIsNamed,
  trnHasOneName,
  outgoingTrustIsKnown,
  outgoingTrustIsInRegister,
  trustsDiffer,
  decisionDateIsPossible,
  provisionalDateIsFirstOfMonth,
  creatorIsKnown,
  groupHasOneTrust,
  schoolHasRegionAndAuthority,
];

/** Every rule that the facts break, not only the first. Prepare shows them, Handover rejects with them. */
export const brokenRules = (facts: HandoverFacts): BrokenRule[] => handoverRules.flatMap(({ check }) => check(facts));
