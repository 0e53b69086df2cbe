import {
  closureReasons,
  type CompleteProject,
  type Establishment,
  type IsoDate,
  type Person,
  type PreparedProject,
  type TransferReason,
} from '@academies/contracts';

type Carried = Pick<
  CompleteProject,
  | 'kind'
  | 'formingAMat'
  | 'directiveAcademyOrder'
  | 'region'
  | 'team'
  | 'assignedTo'
  | 'group'
  | 'twoRequiresImprovement'
  | 'inadequateOfsted'
  | 'financialSafeguardingGovernanceIssues'
  | 'outgoingTrustToClose'
  | 'incomingTrust'
  | 'outgoingTrustUkprn'
  | 'dateConfirmed'
  | 'advisoryBoardConditions'
  | 'academyUrn'
  | 'sharePoint'
  | 'daoRevokedOn'
  | 'tasks'
  | 'contacts'
  | 'keyContacts'
>;

/** "The project" of the data dictionary, whichever service holds it (domain/reporting.md, "What a cell says"). */
export interface TheProject extends Carried {
  readonly createdBy: Person | null;
  readonly advisoryBoardDate: IsoDate | null;
  readonly provisionalDate: IsoDate | null;
  readonly significantDate: IsoDate | null;
}

/** Prepare's project as the handover will carry it (domain/handover.md, "What is carried"). */
export function asCarried(prepared: PreparedProject, school: Establishment | null): TheProject {
  const decision = prepared.decision;
  return {
    kind: prepared.kind,
    formingAMat: prepared.formingAMat,
    directiveAcademyOrder: prepared.route === null ? null : prepared.route === 'sponsored',
    region: school?.region ?? null,
    team: null,
    assignedTo: null,
    createdBy: prepared.assignedTo,
    group: prepared.group,
    twoRequiresImprovement: null,
    ...reasonsOfTransfer(prepared.transfer?.reasons ?? []),
    incomingTrust: prepared.incomingTrust,
    outgoingTrustUkprn: prepared.outgoingTrustUkprn,
    advisoryBoardDate: decision?.date ?? null,
    advisoryBoardConditions: decision?.conditions ?? null,
    provisionalDate: prepared.proposedDate,
    significantDate: prepared.proposedDate,
    dateConfirmed: false,
    academyUrn: null,
    sharePoint: { school: null, incomingTrust: null, outgoingTrust: null },
    daoRevokedOn: decision?.outcome === 'dao_revoked' ? decision.date : null,
    tasks: {},
    contacts: [],
    keyContacts: {},
  };
}

/** The three yes or no values of a transfer; unanswered while no reason is chosen. */
function reasonsOfTransfer(reasons: readonly TransferReason[]) {
  const any = (...these: readonly TransferReason[]) =>
    reasons.length === 0 ? null : these.some((reason) => reasons.includes(reason));
  return {
    inadequateOfsted: any('inadequate_ofsted'),
    financialSafeguardingGovernanceIssues: any('finance', 'safeguarding', 'leadership_and_governance'),
    outgoingTrustToClose: any(...closureReasons),
  };
}
