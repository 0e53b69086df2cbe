import { vocabulary } from './vocabulary.ts';

/** Where a Prepare project stands; every outcome of a decision is one of these too. */
export const prepareStatuses = vocabulary({
  pre_decision: 'Pre decision',
  approved: 'Approved',
  approved_with_conditions: 'Approved with conditions',
  declined: 'Declined',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
  dao_revoked: 'DAO revoked',
});
export type PrepareStatus = (typeof prepareStatuses.names)[number];

/** What can be decided (docs/domain/prepare.md, "Recording a decision"). */
export const outcomes = vocabulary({
  approved: 'Approved',
  approved_with_conditions: 'Approved with conditions',
  declined: 'Declined',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
  dao_revoked: 'DAO revoked',
});
export type Outcome = (typeof outcomes.names)[number];

export const isApproval = (outcome: Outcome): boolean =>
  outcome === 'approved' || outcome === 'approved_with_conditions';

/** Who decided; for `none` no name is asked. */
export const deciders = vocabulary({
  regional_director: 'Regional director for the region',
  another_regional_director: 'Another regional director',
  minister: 'Minister',
  director_general: 'Director general',
  deputy_director: 'Deputy director',
  grade_6: 'Grade 6',
  none: 'None',
});
export type Decider = (typeof deciders.names)[number];

/** Reasons not to approve, each given with a detail; which apply to which outcome is `reasonsOf`. */
export const decisionReasons = vocabulary({
  finance: 'Finance',
  performance: 'Performance',
  governance: 'Governance',
  choice_of_trust: 'Choice of trust',
  additional_information_needed: 'Additional information needed',
  awaiting_next_ofsted_report: 'Awaiting next Ofsted report',
  performance_concerns: 'Performance concerns',
  school_rated_good_or_outstanding: 'School rated good or outstanding',
  safeguarding_concerns_addressed: 'Safeguarding concerns addressed',
  school_closed_or_closing: 'School closed or closing',
  change_to_government_policy: 'Change to government policy',
  other: 'Other',
});
export type DecisionReason = (typeof decisionReasons.names)[number];

const waiting = [
  'additional_information_needed',
  'awaiting_next_ofsted_report',
  'performance_concerns',
  'other',
] as const;

/** Outcome → the reasons that may be given for it; approvals need none. */
export const reasonsOf: Readonly<Record<Outcome, readonly DecisionReason[]>> = {
  approved: [],
  approved_with_conditions: [],
  declined: ['finance', 'performance', 'governance', 'choice_of_trust', 'other'],
  deferred: waiting,
  withdrawn: waiting,
  dao_revoked: [
    'school_rated_good_or_outstanding',
    'safeguarding_concerns_addressed',
    'school_closed_or_closing',
    'change_to_government_policy',
  ],
};
