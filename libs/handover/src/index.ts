export { allowedEmailDomains, isOfDomain } from './allowed-email-domains.ts';
export { brokenRules, handoverRules } from './broken-rules.ts';
export { type CarriedFacts, carriedFacts } from './carried-facts.ts';
export { type HandoverAnswer, handoverAnswer } from './handover-answer.ts';
export {
  type HandoverFacts,
  handoverFacts,
  type LivingProject,
  type RuleLookUps,
  type ProjectOf,
} from './handover-facts.ts';
export { type AcademyHandover, type Attempt, type Handover, handoverState } from './handover-state.ts';
export { earliestDecision } from './project.rules.ts';
export type { BrokenRule, FixOn, Rule } from './rule.ts';
export { namesSameTrusts, sameTrust } from './trust.rules.ts';
