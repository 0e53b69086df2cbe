import type { CompleteProject, Person, Region } from '@academies/contracts';
import { carriedFacts } from '@academies/handover';
import type { AcademyApproval } from './academy-approval.ts';

/** What a new project gets beside what Prepare sends. */
export interface Origin {
  readonly id: string;
  readonly at: string;
  /** The school's, from the register. */
  readonly region: Region | null;
}

/**
 * An approved academy becomes a project: what the case carries, and all else unanswered. The rules have been judged before,
 * so that there is a date and somebody assigned.
 */
export function newProject({ urn, prepared, decision }: AcademyApproval, { id, at, region }: Origin): CompleteProject {
  const carried = carriedFacts(prepared, { decision, region });
  const provisionalDate = carried.provisionalDate as string;
  return {
    ...carried,
    id,
    urn,
    state: 'inactive',
    twoRequiresImprovement: null,
    advisoryBoardDate: decision.date,
    provisionalDate,
    significantDate: provisionalDate,
    dateConfirmed: false,
    team: null,
    assignedTo: null,
    createdBy: carried.createdBy as Person,
    createdAt: at,
    academyUrn: null,
    sharePoint: { school: null, incomingTrust: null, outgoingTrust: null },
    onHold: null,
    completedOn: null,
    daoRevokedOn: null,
    daoRevocation: null,
    tasks: {},
    contacts: [],
    keyContacts: {},
  };
}
