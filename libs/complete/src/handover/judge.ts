import type { CompleteProject } from '@academies/contracts';
import { type BrokenRule, brokenRules, type HandoverFacts } from '@academies/handover-rules';

/** What an arrival meets: its own project, if it was taken over before, and the facts of the rules. */
export interface Met {
  /** The project of the same Prepare reference and academy that is not deleted. */
  readonly existing: CompleteProject | null;
  readonly facts: HandoverFacts;
}

/** What becomes of an arrival. */
export type Judgement =
  | { readonly is: 'confirmed'; readonly project: CompleteProject }
  | { readonly is: 'rejected'; readonly reasons: readonly BrokenRule[] }
  | { readonly is: 'taken-over' };

/**
 * Once there is a project, a second approval changes nothing. Else every rule is judged, and what is broken is said in
 * full (domain/handover.md, "What happens on arrival").
 */
export function judge({ existing, facts }: Met): Judgement {
  if (existing) return { is: 'confirmed', project: existing };
  const reasons = brokenRules(facts);
  return reasons.length > 0 ? { is: 'rejected', reasons } : { is: 'taken-over' };
}

/** Whether a copy of the register that is behind may be why: then it is read to the end before the answer. */
export const mayLackRegister = (judgement: Judgement): boolean =>
  judgement.is === 'rejected' && judgement.reasons.some(({ lackingInRegister }) => lackingInRegister);
