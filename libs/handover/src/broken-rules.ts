import type { HandoverFacts } from './handover-facts.ts';
import { projectRules } from './project.rules.ts';
import type { BrokenRule, Rule } from './rule.ts';
import { schoolRules } from './school.rules.ts';
import { trustRules } from './trust.rules.ts';

/** Every rule of the handover (docs/domain/handover.md, "Rules, checked twice by the same code"). */
export const handoverRules: readonly Rule[] = [...schoolRules, ...trustRules, ...projectRules];

/** Every rule that the facts break, not only the first. Prepare shows them, Handover rejects with them. */
export const brokenRules = (facts: HandoverFacts): BrokenRule[] => handoverRules.flatMap(({ check }) => check(facts));
