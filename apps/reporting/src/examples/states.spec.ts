import {
  anActiveCompleteProject,
  anExampleCompleteProject,
  anExampleConstituency,
  anExampleEstablishment,
  anExampleProject,
  anExampleTransfer,
  anExampleTrust,
  anUndecidedProject,
  type CompleteProject,
  type Constituency,
  type Establishment,
  type LocalAuthority,
  LocalAuthorityChanged,
  type PreparedProject,
  type Trust,
} from '@academies/contracts';

type Differing<State> = Partial<State>;

/** A voluntary conversion before a decision. */
export const aConversion = (differing: Differing<PreparedProject> = {}): PreparedProject => ({
  ...anUndecidedProject,
  ...differing,
});

/** The same, approved and handed over for the first time. */
export const anApprovedConversion = (differing: Differing<PreparedProject> = {}): PreparedProject => ({
  ...anExampleProject,
  ...differing,
});

/** An approved transfer of two academies. */
export const aTransfer = (differing: Differing<PreparedProject> = {}): PreparedProject => ({
  ...anExampleTransfer,
  ...differing,
});

/** The conversion in Complete, waiting for its handover details. */
export const inComplete = (differing: Differing<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  ...differing,
});

/** The conversion in Complete, active and assigned. */
export const activeInComplete = (differing: Differing<CompleteProject> = {}): CompleteProject => ({
  ...anActiveCompleteProject,
  ...differing,
});

/** One academy of the transfer in Complete, active. */
export const aTransferInComplete = (differing: Differing<CompleteProject> = {}): CompleteProject => ({
  ...anActiveCompleteProject,
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a12',
  prepareId: '1043',
  urn: '900201',
  kind: 'transfer',
  directiveAcademyOrder: null,
  outgoingTrustUkprn: '19000077',
  inadequateOfsted: false,
  financialSafeguardingGovernanceIssues: true,
  outgoingTrustToClose: true,
  academyOrderDate: null,
  ...differing,
});

export const aSchool = (differing: Differing<Establishment> = {}): Establishment => ({
  ...anExampleEstablishment,
  ...differing,
});
export const aTrust = (differing: Differing<Trust> = {}): Trust => ({ ...anExampleTrust, ...differing });
export const aConstituency = (differing: Differing<Constituency> = {}): Constituency => ({
  ...anExampleConstituency,
  ...differing,
});
export const anAuthority = (differing: Differing<LocalAuthority> = {}): LocalAuthority => ({
  ...LocalAuthorityChanged.example().localAuthority,
  ...differing,
});
