import {
  changed,
  type CommandResult,
  type CompleteProject,
  type IsoDate,
  type Person,
  type Region,
} from '@academies/contracts';
import { carriedFacts } from '@academies/handover';
import { changeProject } from '../project/change-project.ts';
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
    trustCorrections: [],
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

/** Prepare set or changed the academy order date of a conversion; it is read-only here (docs/domain/complete.md). */
export const applyAcademyOrderDate = (
  project: CompleteProject,
  { date, by }: { date: IsoDate; by: Person },
): CommandResult<CompleteProject> =>
  project.state === 'deleted' || project.kind !== 'conversion'
    ? changed(project)
    : changeProject(project, { academyOrderDate: date }, by);
