export { brokenRules, handoverRules } from './broken-rules.ts';
export { earliestDecision } from './decision-date-is-possible.ts';
export type { HandoverFacts } from './facts.ts';
export type { BrokenRule, MendingPage, Rule } from './rule.ts';
export { sameTrust } from './same-trust.ts';
