import {
  type IncomingTrust,
  type Kind,
  type NewPreparedProject,
  PreparedProject,
  type Route,
} from '@academies/contracts';

/** What the pages of "Start a project" ask; null until answered (docs/domain/prepare.md, "Starting a project"). */
export interface StartAnswers {
  readonly kind: Kind | null;
  /** Conversions: the school's URN. */
  readonly school: string | null;
  readonly route: Route | null;
  /** Transfers: the UKPRN of the trust that is left, and the URNs of those that leave. */
  readonly outgoingTrust: string | null;
  readonly academies: readonly string[];
  readonly formingAMat: boolean | null;
  readonly newTrust: string | null;
  /** Sponsored conversions that join a trust: whether one is preferred already, and its UKPRN. */
  readonly hasPreferredTrust: boolean | null;
  readonly preferredTrust: string | null;
  /** Transfers: the UKPRN of the trust that is joined, where it is known. */
  readonly incomingTrust: string | null;
}

export const noAnswers: StartAnswers = {
  kind: null,
  school: null,
  route: null,
  outgoingTrust: null,
  academies: [],
  formingAMat: null,
  newTrust: null,
  hasPreferredTrust: null,
  preferredTrust: null,
  incomingTrust: null,
};

/** What has been chosen for a new project. */
export interface Chosen {
  readonly kind: Kind;
  readonly urns: readonly string[];
  readonly outgoingTrust: string | null;
  readonly route: Route | null;
  readonly formingAMat: boolean;
  readonly newTrust: string | null;
  readonly incomingTrust: string | null;
}

/** The trust that the schools are to join, as far as it is known. */
export const incomingTrustOf = ({ formingAMat, newTrust, incomingTrust }: Chosen): IncomingTrust => ({
  ukprn: formingAMat ? null : incomingTrust,
  trn: null,
  name: formingAMat ? newTrust : null,
});

/** The trust that is joined, where it was asked for. */
export const joinedIn = ({ kind, hasPreferredTrust, preferredTrust, incomingTrust }: StartAnswers): string | null =>
  kind === 'transfer' ? incomingTrust : hasPreferredTrust ? preferredTrust : null;

export const chosenIn = (answers: StartAnswers): Chosen => {
  const { kind, school, academies, outgoingTrust, route, formingAMat, newTrust } = answers;
  const urns = kind === 'transfer' ? [...new Set(academies)] : school ? [school] : [];
  return {
    kind: kind ?? 'conversion',
    urns,
    outgoingTrust,
    route,
    formingAMat: formingAMat === true,
    newTrust,
    incomingTrust: joinedIn(answers),
  };
};

/** The project as far as rules about its schools and trusts look at it; 0 is the number of none. */
export const factsOf = (chosen: Chosen): PreparedProject => ({
  ...PreparedProject.parse({
    id: '1',
    kind: chosen.kind,
    formingAMat: chosen.formingAMat,
    academies: chosen.urns.map((urn) => ({ urn })),
    incomingTrust: incomingTrustOf(chosen),
    outgoingTrustUkprn: chosen.outgoingTrust,
    createdAt: new Date(0).toISOString(),
  } satisfies NewPreparedProject),
  id: '0',
});
