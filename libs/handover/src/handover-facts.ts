import type {
  Establishment,
  IncomingTrust,
  IsoDate,
  Kind,
  KnownTrust,
  Person,
  PreparedProject,
  Route,
} from '@academies/contracts';

/** All that the rules of the handover look at, for one academy (docs/domain/handover.md, "Rules, checked twice by the same code"). */
export interface HandoverFacts {
  readonly kind: Kind;
  readonly route: Route | null;
  readonly formingAMat: boolean;
  readonly urn: string;
  /** As the register has it; null when the register lacks it. */
  readonly school: Establishment | null;
  readonly incomingTrust: IncomingTrust;
  /** The trust that the register has under the UKPRN of the incoming trust. */
  readonly incomingTrustInRegister: KnownTrust | null;
  /** Names that the register and other projects use for the incoming trust's TRN. */
  readonly namesUnderTrn: readonly string[];
  readonly outgoingTrustUkprn: string | null;
  readonly outgoingTrustInRegister: KnownTrust | null;
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
  readonly livingProject: LivingProject | null;
  /** The day by which dates are judged, in England. */
  readonly today: IsoDate;
}

/** A project of Complete, by its id there and in Prepare. */
export interface LivingProject {
  readonly id?: string;
  readonly prepareId: string;
}

/** A Prepare project and one academy of it. */
export interface ProjectOf {
  readonly prepareId: string;
  readonly urn: string;
}

/** What an academy is judged by beside its project: the register, and other projects. Each service asks its own tables. */
export interface RuleLookUps {
  school(urn: string): Establishment | undefined;
  trust(ukprn: string): KnownTrust | undefined;
  /** Names that the register and other projects have for a TRN. */
  namesUnderTrn(trn: string, except: ProjectOf): readonly string[];
  /** Incoming trusts of the other members of a group. */
  trustsInGroup(group: string, except: ProjectOf): readonly IncomingTrust[];
  /** The inactive or active project of a URN in Complete. */
  livingProject(urn: string): LivingProject | undefined;
}

/** The day, the setting and the decision by which facts are judged. */
export type Judging = Pick<HandoverFacts, 'today' | 'allowedDomains' | 'decisionDate'>;

/** The facts of one academy: Prepare's before an approval, Handover's on arrival. */
export function handoverFacts(
  project: PreparedProject,
  urn: string,
  lookUps: RuleLookUps,
  { today, allowedDomains, decisionDate }: Judging,
): HandoverFacts {
  const { kind, route, formingAMat, incomingTrust, outgoingTrustUkprn, group } = project;
  const self = { prepareId: project.id, urn };
  const trust = (ukprn: string | null) => (ukprn && lookUps.trust(ukprn)) || null;
  return {
    kind,
    route,
    formingAMat,
    urn,
    school: lookUps.school(urn) ?? null,
    incomingTrust,
    incomingTrustInRegister: trust(incomingTrust.ukprn),
    namesUnderTrn: incomingTrust.trn ? lookUps.namesUnderTrn(incomingTrust.trn, self) : [],
    outgoingTrustUkprn,
    outgoingTrustInRegister: trust(outgoingTrustUkprn),
    decisionDate,
    provisionalDate: project.proposedDate,
    createdBy: project.assignedTo,
    allowedDomains,
    group,
    trustsInGroup: group ? lookUps.trustsInGroup(group, self) : [],
    livingProject: lookUps.livingProject(urn) ?? null,
    today,
  };
}
