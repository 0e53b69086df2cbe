import {
  type CompleteProject,
  type Establishment,
  londonDate,
  noAddress,
  type PreparedProject,
  projectReference,
  theTrust,
  type Trust,
} from '@academies/contracts';
import { carriedFacts, type Handover, handoverState } from '@academies/handover';
import type { Addresses, RowFacts, TheProject } from '../rows/row-facts.ts';
import type { Prepared, WorkingSet } from './working-set.ts';

/**
 * What Complete has said of a project, as far as its cause is here: an answer to an attempt, and the project that it made,
 * count from the approval of that attempt on, so that no row has the effect without it (docs/domain/reporting.md, "File").
 */
export function saidByComplete(prepareId: string, known: WorkingSet): Pick<Handover, 'answers' | 'inComplete'> {
  const all = known.answers.get(prepareId) ?? [];
  const inComplete = known.completeOf(prepareId);
  const approved = known.prepared.get(prepareId)?.project.attempts ?? 0;
  const answers = all.filter(({ attempt }) => attempt === null || attempt <= approved);
  if (answers.length === all.length) return { answers, inComplete };
  const caused = new Set(answers.map(({ project }) => project));
  const ahead = new Set(all.map(({ project }) => project).filter((project) => !caused.has(project)));
  return { answers, inComplete: inComplete.filter(({ id }) => !ahead.has(id)) };
}

/** The rows of a Prepare project: its schools or academies, and those that Complete has. */
export function urnsOf(prepareId: string, known: WorkingSet): string[] {
  const prepared = known.prepared.get(prepareId)?.project;
  const inPrepare = prepared && !prepared.deleted ? prepared.academies.map(({ urn }) => urn) : [];
  // A project that was deleted in Complete counts only while Prepare's own state is still on its way.
  const inComplete = saidByComplete(prepareId, known).inComplete.filter(
    ({ state }) => state !== 'deleted' || !prepared,
  );
  return [...new Set([...inPrepare, ...inComplete.map(({ urn }) => urn)])];
}

/** A living one before a deleted one, then the one made last. */
const newestOf = (projects: CompleteProject[]): CompleteProject | null =>
  projects.reduce<CompleteProject | null>((newest, project) => {
    if (!newest) return project;
    const [one, other] = [newest.state !== 'deleted', project.state !== 'deleted'];
    if (one !== other) return other ? project : newest;
    return project.createdAt >= newest.createdAt ? project : newest;
  }, null);

/** The register writes codes with or without leading zeros; Complete keeps three digits (docs/domain/register.md). */
export const authorityCode = ({ localAuthority: { code } }: Establishment): string | null =>
  code && code.padStart(3, '0');

/** Everything that is known of one row. */
export function rowFactsOf(prepareId: string, urn: string, known: WorkingSet, addresses: Addresses): RowFacts {
  const prepared = known.prepared.get(prepareId) ?? null;
  const said = saidByComplete(prepareId, known);
  const newest = newestOf(said.inComplete.filter((project) => project.urn === urn));
  const complete = newest?.state === 'deleted' ? null : newest;
  const school = known.establishments.get(urn) ?? null;
  const project = theProject(complete ?? newest, prepared?.project ?? null, complete !== null, school);
  const code = school && authorityCode(school);
  return {
    reference: projectReference(prepareId, urn),
    urn,
    project,
    prepared: prepared?.project ?? null,
    complete,
    completeState: newest?.state ?? null,
    handover: handoverOf(urn, newest, prepared, said),
    school,
    academy: (project.academyUrn && known.establishments.get(project.academyUrn)) || null,
    incomingTrust: trustByUkprn(project.incomingTrust.ukprn, known) ?? proposedTrust(project),
    outgoingTrust: trustByUkprn(project.outgoingTrustUkprn, known),
    localAuthority: (code && known.localAuthorities.get(code)) || null,
    constituency: school && known.constituencyOf(school),
    links: {
      prepare: prepared ? `${addresses.prepare}/projects/${prepareId}` : null,
      complete: complete ? `${addresses.complete}/projects/${complete.id}` : null,
    },
  };
}

/** Where the handover of the row stands, by everything that Prepare and Complete have said of its project. */
function handoverOf(
  urn: string,
  newest: CompleteProject | null,
  prepared: Prepared | null,
  said: Pick<Handover, 'answers' | 'inComplete'>,
): RowFacts['handover'] {
  const status = prepared?.project.status ?? null;
  const { state, reasons } = handoverState(urn, { status, attempt: prepared?.attempt ?? null, ...said });
  const wasCreated = newest && (state === 'created' || state === 'deleted');
  return {
    state,
    createdOn: wasCreated ? londonDate(new Date(newest.createdAt)) : null,
    rejectedReasons: reasons.map(({ message }) => message),
  };
}

/** Prepare's project as the handover will carry it; what only Complete asks for is not answered yet. */
function asCarried(prepared: PreparedProject, school: Establishment | null): TheProject {
  const { decision } = prepared;
  const carried = carriedFacts(prepared, { decision, region: school?.region ?? null });
  return {
    ...carried,
    significantDate: carried.provisionalDate,
    dateConfirmed: false,
    team: null,
    assignedTo: null,
    twoRequiresImprovement: null,
    academyUrn: null,
    sharePoint: { school: null, incomingTrust: null, outgoingTrust: null },
    daoRevokedOn: decision?.outcome === 'dao_revoked' ? decision.date : null,
    tasks: {},
    contacts: [],
    keyContacts: {},
  };
}

function theProject(
  newest: CompleteProject | null,
  prepared: PreparedProject | null,
  lives: boolean,
  school: Establishment | null,
): TheProject {
  if (!lives && prepared) return asCarried(prepared, school);
  // A row has one side at least; a deleted project stands in until Prepare's event comes.
  return newest as TheProject;
}

/** Several records may carry one UKPRN: the register's own function says which of them is the trust. */
const trustByUkprn = (ukprn: string | null, known: WorkingSet): Trust | null =>
  (ukprn !== null && theTrust(known.trustsOf(ukprn))) || null;

/** A trust that is being formed is known by name and reference number only. */
function proposedTrust({ formingAMat, incomingTrust: { ukprn, trn, name } }: TheProject): Trust | null {
  if (!formingAMat || ukprn !== null || (trn === null && name === null)) return null;
  const nothing = { companiesHouseNumber: null, type: '', status: null, closedDate: null, address: noAddress };
  return { groupUid: '', trn, name: name ?? '', ...nothing, ukprn: null };
}
