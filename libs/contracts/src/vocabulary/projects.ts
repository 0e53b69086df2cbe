import { vocabulary } from './vocabulary.ts';

export const kinds = vocabulary({ conversion: 'Conversion', transfer: 'Transfer' });
export type Kind = (typeof kinds.names)[number];

/** Route of a conversion; sponsored means a directive academy order. */
export const routes = vocabulary({ voluntary: 'Voluntary', sponsored: 'Sponsored' });
export type Route = (typeof routes.names)[number];

export const grantTypes = vocabulary({ fast_track: 'Fast track', intermediate: 'Intermediate', full: 'Full' });

/** Who started a transfer. */
export const transferInitiators = vocabulary({
  department: 'Department for Education',
  outgoing_trust: 'Outgoing trust',
  incoming_trust: 'Incoming trust',
});

/** Why an academy moves; the flags of the handover come from these (docs/domain/handover.md, "What is carried"). */
export const transferReasons = vocabulary({
  inadequate_ofsted: 'Inadequate Ofsted judgement',
  finance: 'Finance concerns',
  safeguarding: 'Safeguarding concerns',
  leadership_and_governance: 'Leadership and governance concerns',
  voluntary: 'Voluntary transfer',
  strategic: 'Strategic change of trust',
  trust_closing: 'Outgoing trust is closing',
  academy_closing: 'Academy would otherwise close',
});
export type TransferReason = (typeof transferReasons.names)[number];

/** The closure reasons among them: any of these says that the outgoing trust is to close. */
export const closureReasons: readonly TransferReason[] = ['trust_closing', 'academy_closing'];

export const transferTypes = vocabulary({
  joining_trust: 'Joining an existing trust',
  merging_trusts: 'Trusts merging',
  splitting_trust: 'Trust splitting up',
  new_trust: 'New trust set up for the transfer',
});

/** States of a Complete project (docs/domain/complete.md, "States"). */
export const completeStates = vocabulary({
  inactive: 'Inactive',
  active: 'Active',
  completed: 'Completed',
  dao_revoked: 'DAO revoked',
  deleted: 'Deleted',
});
export type CompleteState = (typeof completeStates.names)[number];

/** What Prepare shows of an academy's handover (docs/domain/handover.md, "What Prepare shows"). */
export const handoverStates = vocabulary({
  not_due: 'Not due',
  waiting: 'Waiting',
  held_up: 'Held up',
  created: 'Created',
  rejected: 'Rejected',
  deleted: 'Deleted in Complete',
});
export type HandoverState = (typeof handoverStates.names)[number];
