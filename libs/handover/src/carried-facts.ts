import {
  closureReasons,
  type CompleteProject,
  type Decision,
  type IsoDate,
  type Person,
  type PreparedProject,
  type Region,
  type TransferReason,
} from '@academies/contracts';

/** What the case decides at the moment of an approval: all of it stands in the new project of Complete. */
export interface CarriedFacts
  extends
    TransferFlags,
    Pick<
      CompleteProject,
      | 'prepareId'
      | 'kind'
      | 'formingAMat'
      | 'incomingTrust'
      | 'outgoingTrustUkprn'
      | 'directiveAcademyOrder'
      | 'advisoryBoardConditions'
      | 'dateHistory'
      | 'region'
      | 'group'
      | 'academyOrderDate'
    > {
  readonly advisoryBoardDate: IsoDate | null;
  readonly provisionalDate: IsoDate | null;
  readonly createdBy: Person | null;
}

type TransferFlags = Pick<
  CompleteProject,
  'inadequateOfsted' | 'financialSafeguardingGovernanceIssues' | 'outgoingTrustToClose'
>;

/**
 * What an approval carries, or would carry, from Prepare to Complete (docs/domain/handover.md, "What is carried"). A conversion
 * has no outgoing trust, whatever an older state holds; what nobody answered is unknown, never no.
 */
export function carriedFacts(
  project: PreparedProject,
  { decision, region }: { decision: Decision | null; region: Region | null },
): CarriedFacts {
  const isConversion = project.kind === 'conversion';
  return {
    prepareId: project.id,
    kind: project.kind,
    formingAMat: project.formingAMat,
    incomingTrust: project.incomingTrust,
    outgoingTrustUkprn: isConversion ? null : project.outgoingTrustUkprn,
    directiveAcademyOrder: isConversion && project.route ? project.route === 'sponsored' : null,
    ...transferFlags(isConversion ? [] : (project.transfer?.reasons ?? [])),
    advisoryBoardDate: decision?.date ?? null,
    advisoryBoardConditions: decision?.conditions ?? null,
    provisionalDate: project.proposedDate,
    dateHistory: project.dateHistory,
    region,
    createdBy: project.assignedTo,
    group: project.group,
    academyOrderDate: isConversion ? project.academyOrderDate : null,
  };
}

/** Three yes or no values of a transfer, from its specific reasons; unanswered while none is chosen. */
function transferFlags(reasons: readonly TransferReason[]): TransferFlags {
  const any = (...these: readonly TransferReason[]) =>
    reasons.length === 0 ? null : these.some((reason) => reasons.includes(reason));
  return {
    inadequateOfsted: any('inadequate_ofsted'),
    financialSafeguardingGovernanceIssues: any('finance', 'safeguarding', 'leadership_and_governance'),
    outgoingTrustToClose: any(...closureReasons),
  };
}
