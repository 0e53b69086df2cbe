import {
  type CompleteProject,
  type Establishment,
  noAddress,
  projectReference,
  type Trust,
} from '@academies/contracts';
import type { Addresses } from '../columns/fingerprint.ts';
import type { RowFacts } from '../columns/row-facts.ts';
import { asCarried, type TheProject } from '../columns/the-project.ts';
import { authorityCode } from './authority-code.ts';
import { handoverOf } from './handover-of.ts';
import type { WorkingSet } from './working-set.ts';

/** The rows of a Prepare project: its schools or academies, and those that Complete has. */
export function urnsOf(prepareId: string, known: WorkingSet): string[] {
  const prepared = known.prepared.get(prepareId)?.project;
  const inPrepare = prepared && !prepared.deleted ? prepared.academies.map(({ urn }) => urn) : [];
  // A project that was deleted in Complete counts only while Prepare's own state is still on its way.
  const inComplete = known.completeOf(prepareId).filter(({ state }) => state !== 'deleted' || !prepared);
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

/** Everything that is known of one row. */
export function rowFactsOf(prepareId: string, urn: string, known: WorkingSet, addresses: Addresses): RowFacts {
  const prepared = known.prepared.get(prepareId) ?? null;
  const newest = newestOf(known.completeOf(prepareId).filter((project) => project.urn === urn));
  const complete = newest?.state === 'deleted' ? null : newest;
  const school = known.establishments.get(urn) ?? null;
  const project = theProject(complete ?? newest, prepared?.project ?? null, complete !== null, school);
  const code = school && authorityCode(school);
  const constituency = school?.constituency.name;
  return {
    reference: projectReference(prepareId, urn),
    urn,
    project,
    prepared: prepared?.project ?? null,
    complete,
    completeState: newest?.state ?? null,
    handover: handoverOf({ urn, prepared, answers: known.answers.get(prepareId) ?? [], newest }),
    school,
    academy: (project.academyUrn && known.establishments.get(project.academyUrn)) || null,
    incomingTrust: trustByUkprn(project.incomingTrust.ukprn, known) ?? proposedTrust(project),
    outgoingTrust: trustByUkprn(project.outgoingTrustUkprn, known),
    localAuthority: (code && known.localAuthorities.get(code)) || null,
    constituency: (constituency && known.constituencies.get(constituency)) || null,
    links: {
      prepare: prepared ? `${addresses.prepare}/projects/${prepareId}` : null,
      complete: complete ? `${addresses.complete}/projects/${complete.id}` : null,
    },
  };
}

function theProject(
  newest: CompleteProject | null,
  prepared: Parameters<typeof asCarried>[0] | null,
  lives: boolean,
  school: Establishment | null,
): TheProject {
  if (!lives && prepared) return asCarried(prepared, school);
  // A row has one side at least; a deleted project stands in until Prepare's event comes.
  return newest as TheProject;
}

/** Several records may carry one UKPRN: an open one comes first, then the lowest Group UID. */
function trustByUkprn(ukprn: string | null, known: WorkingSet): Trust | null {
  if (ukprn === null) return null;
  let found: Trust | null = null;
  for (const trust of known.trustsOf(ukprn)) if (!found || comesBefore(trust, found)) found = trust;
  return found;
}

const comesBefore = (one: Trust, other: Trust): boolean =>
  (one.closedDate === null) === (other.closedDate === null) ? one.groupUid < other.groupUid : one.closedDate === null;

/** A trust that is being formed is known by name and reference number only. */
function proposedTrust({ formingAMat, incomingTrust: { ukprn, trn, name } }: TheProject): Trust | null {
  if (!formingAMat || ukprn !== null || (trn === null && name === null)) return null;
  const nothing = { companiesHouseNumber: null, type: '', status: null, closedDate: null, address: noAddress };
  return { groupUid: '', trn, name: name ?? '', ...nothing, ukprn: null };
}
