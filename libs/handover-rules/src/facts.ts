import type { Establishment, IncomingTrust, IsoDate, Kind, Person, Trust } from '@academies/contracts';

/**
 * All that the rules of the handover look at, for one academy (domain/handover.md, "Rules"). Whoever asks looks these
 * up in its own tables: Prepare before an approval, Handover on arrival.
 */
export interface HandoverFacts {
  readonly kind: Kind;
  readonly formingAMat: boolean;
  readonly urn: string;
  /** As the register has it; null when the register lacks it. */
  readonly school: Establishment | null;
  readonly incomingTrust: IncomingTrust;
  /** The trust that the register has under the UKPRN of the incoming trust. */
  readonly incomingTrustInRegister: Trust | null;
  /** Names that the register and other projects use for the incoming trust's TRN. */
  readonly namesUnderTrn: readonly string[];
  readonly outgoingTrustUkprn: string | null;
  readonly outgoingTrustInRegister: Trust | null;
  /** Null before the decision is made; its rule is then not judged. */
  readonly decisionDate: IsoDate | null;
  /** The conversion or transfer date that is proposed, the provisional date in Complete. */
  readonly provisionalDate: IsoDate | null;
  /** The assigned person, who becomes the creator in Complete. */
  readonly createdBy: Person | null;
  /** Domains that an e-mail address may have, `education.gov.uk`. */
  readonly allowedDomains: readonly string[];
  readonly group: string | null;
  /** The incoming trusts of the group's other members. */
  readonly trustsInGroup: readonly IncomingTrust[];
  /** An inactive or active project that Complete has for the URN already. */
  readonly livingProject: { readonly id?: string; readonly prepareId: string } | null;
  /** The day by which dates are judged, in England. */
  readonly today: IsoDate;
}
