import { closureReasons, type CompleteProject, type PreparedProject, type TransferReason } from '@academies/contracts';

type Flags = Pick<
  CompleteProject,
  'inadequateOfsted' | 'financialSafeguardingGovernanceIssues' | 'outgoingTrustToClose'
>;

const issues: readonly TransferReason[] = ['finance', 'safeguarding', 'leadership_and_governance'];
const unanswered: Flags = {
  inadequateOfsted: null,
  financialSafeguardingGovernanceIssues: null,
  outgoingTrustToClose: null,
};

/** Three yes or no values of a transfer, from its specific reasons; unanswered while none is chosen (domain/handover.md). */
export function transferFlags({ transfer }: Pick<PreparedProject, 'transfer'>): Flags {
  if (!transfer || transfer.reasons.length === 0) return unanswered;
  const given = (reasons: readonly TransferReason[]) => reasons.some((reason) => transfer.reasons.includes(reason));
  return {
    inadequateOfsted: given(['inadequate_ofsted']),
    financialSafeguardingGovernanceIssues: given(issues),
    outgoingTrustToClose: given(closureReasons),
  };
}
