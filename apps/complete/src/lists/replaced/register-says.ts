import type { CompleteProject, Establishment, Trust } from '@academies/contracts';
import { inWords } from '@academies/web';

/** A living project whose school or trust the register closed or replaced. */
export interface ReplacedProject {
  readonly project: CompleteProject;
  readonly school: string | null;
  readonly closedSchool: Establishment | null;
  /** The one that has its establishment number now. */
  readonly newSchool: Establishment | null;
  readonly incomingIsGone: boolean | null;
  readonly closedIncoming: Trust | null;
  /** A living trust with its TRN or its number at Companies House. */
  readonly newIncoming: Trust | null;
  readonly outgoingIsGone: boolean | null;
  readonly closedOutgoing: Trust | null;
}

const since = (day: string | null): string => (day ? ` since ${inWords.date(day)}` : '');

const gone = (what: string, trust: Trust | null, ukprn: string | null): string =>
  trust
    ? `${what}: ${trust.name} is closed${since(trust.closedDate)}`
    : `${what}: the register has no trust with the UKPRN ${ukprn ?? 'unknown'}`;

/** What the register says now, a line each (docs/domain/complete-pages.md, "Service support"). */
export function registerSays(listed: ReplacedProject): string[] {
  const { project, closedSchool, newSchool, newIncoming } = listed;
  const { incomingTrust, outgoingTrustUkprn } = project;
  return [
    ...(closedSchool ? [`School: ${closedSchool.name} is closed${since(closedSchool.closeDate)}`] : []),
    ...(newSchool ? [`Its number is now that of ${newSchool.name}, URN ${newSchool.urn}`] : []),
    ...(listed.incomingIsGone ? [gone('Incoming trust', listed.closedIncoming, incomingTrust.ukprn)] : []),
    ...(newIncoming ? [`It may be ${newIncoming.name} now, UKPRN ${newIncoming.ukprn}`] : []),
    ...(listed.outgoingIsGone ? [gone('Outgoing trust', listed.closedOutgoing, outgoingTrustUkprn)] : []),
  ];
}

/** Where it is put right: a trust of an active project here, all else by a correction in Prepare. */
export function putRightAt({ project, incomingIsGone, outgoingIsGone }: ReplacedProject): string {
  const { id, state, formingAMat } = project;
  if (state !== 'active' || !(incomingIsGone || outgoingIsGone)) return `/projects/${id}/about`;
  return `/projects/${id}/about/${incomingIsGone && formingAMat ? 'trust-ukprn' : 'trusts'}`;
}
