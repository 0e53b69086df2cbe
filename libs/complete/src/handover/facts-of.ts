import { londonDate } from '@academies/contracts';
import type { HandoverFacts } from '@academies/handover-rules';
import type { Arrival } from './arrival.ts';
import type { LookUps } from './look-ups.ts';

/** The facts by which an arrival is judged, with Complete's own knowledge looked up. */
export function factsOf(
  { urn, prepared, decision, at }: Arrival,
  known: LookUps,
  allowedDomains: readonly string[],
): HandoverFacts {
  const { incomingTrust, outgoingTrustUkprn, group } = prepared;
  const self = { prepareId: prepared.id, urn };
  return {
    kind: prepared.kind,
    formingAMat: prepared.formingAMat,
    urn,
    school: known.school(urn) ?? null,
    incomingTrust,
    incomingTrustInRegister: (incomingTrust.ukprn && known.trust(incomingTrust.ukprn)) || null,
    namesUnderTrn: incomingTrust.trn ? known.namesUnderTrn(incomingTrust.trn, self) : [],
    outgoingTrustUkprn,
    outgoingTrustInRegister: (outgoingTrustUkprn && known.trust(outgoingTrustUkprn)) || null,
    decisionDate: decision.date,
    provisionalDate: prepared.proposedDate,
    createdBy: prepared.assignedTo,
    allowedDomains,
    group,
    trustsInGroup: group ? known.trustsInGroup(group, self) : [],
    livingProject: known.livingProject(urn) ?? null,
    today: londonDate(new Date(at)),
  };
}
