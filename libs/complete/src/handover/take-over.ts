import type { CompleteProject, Person, Region } from '@academies/contracts';
import type { Arrival } from './arrival.ts';
import { transferFlags } from './transfer-flags.ts';

/** What a new project gets beside what Prepare sends. */
export interface Taking {
  readonly id: string;
  readonly at: string;
  /** The school's, from the register. */
  readonly region: Region | null;
}

/**
 * An approved academy becomes a project (domain/handover.md, "What is carried"). The rules have been judged before, so
 * that there is a date and somebody assigned.
 */
export function takeOver({ urn, prepared, decision }: Arrival, { id, at, region }: Taking): CompleteProject {
  const isConversion = prepared.kind === 'conversion';
  const provisionalDate = prepared.proposedDate as string;
  return {
    id,
    prepareId: prepared.id,
    urn,
    kind: prepared.kind,
    state: 'inactive',
    formingAMat: prepared.formingAMat,
    incomingTrust: prepared.incomingTrust,
    outgoingTrustUkprn: isConversion ? null : prepared.outgoingTrustUkprn,
    directiveAcademyOrder: isConversion ? prepared.route === 'sponsored' : null,
    twoRequiresImprovement: null,
    ...transferFlags(isConversion ? { transfer: null } : prepared),
    advisoryBoardDate: decision.date,
    advisoryBoardConditions: decision.conditions,
    provisionalDate,
    significantDate: provisionalDate,
    dateConfirmed: false,
    dateHistory: prepared.dateHistory,
    region,
    team: null,
    assignedTo: null,
    createdBy: prepared.assignedTo as Person,
    createdAt: at,
    group: prepared.group,
    academyUrn: null,
    academyOrderDate: isConversion ? prepared.academyOrderDate : null,
    sharePoint: { school: null, incomingTrust: null, outgoingTrust: null },
    onHold: null,
    completedOn: null,
    daoRevokedOn: null,
    tasks: {},
    contacts: [],
    keyContacts: {},
  };
}
