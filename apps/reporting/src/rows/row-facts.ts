import type {
  CompleteProject,
  CompleteState,
  Constituency,
  Establishment,
  HandoverState,
  IsoDate,
  LocalAuthority,
  Person,
  PreparedProject,
  Trust,
} from '@academies/contracts';

/** Addresses of the services; links in cells are made with them. */
export interface Addresses {
  readonly prepare: string;
  readonly complete: string;
}

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

/** "The project" of the data dictionary, whichever service holds it (docs/domain/reporting.md, "What a cell says"). */
export interface TheProject extends Carried {
  readonly createdBy: Person | null;
  readonly advisoryBoardDate: IsoDate | null;
  readonly provisionalDate: IsoDate | null;
  readonly significantDate: IsoDate | null;
}

/** Where the handover of one academy stands, as libs/handover works it out (docs/adr/004). */
export interface Handover {
  readonly state: HandoverState;
  /** The day on which Complete made the project. */
  readonly createdOn: IsoDate | null;
  readonly rejectedReasons: readonly string[];
}

/** All that is known of one school or academy in one project: the one argument of every column. */
export interface RowFacts {
  /** The key of the row, `{Prepare id}/{URN}`. */
  readonly reference: string;
  readonly urn: string;
  /** Complete's project once it exists and is not deleted, before that Prepare's. */
  readonly project: TheProject;
  /** Null while Complete's event is here and Prepare's is still on its way. */
  readonly prepared: PreparedProject | null;
  /** The project in Complete; null before it exists, and once it is deleted. */
  readonly complete: CompleteProject | null;
  /** State of the newest project in Complete, deleted ones too. */
  readonly completeState: CompleteState | null;
  readonly handover: Handover;
  /** The school; for a transfer, the academy that moves. Null when the register lacks it. */
  readonly school: Establishment | null;
  /** The new academy. */
  readonly academy: Establishment | null;
  readonly incomingTrust: Trust | null;
  readonly outgoingTrust: Trust | null;
  readonly localAuthority: LocalAuthority | null;
  readonly constituency: Constituency | null;
  readonly links: { readonly prepare: string | null; readonly complete: string | null };
}
