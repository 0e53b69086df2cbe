import {
  anActiveCompleteProject,
  anExampleCompleteProject,
  anExampleDecision,
  anExampleEstablishment,
  anExampleProject,
  anExampleTrust,
  anOfficer,
  anUndecidedProject,
  CompleteProjectChanged,
  EstablishmentChanged,
  HandoverDetailsAdded,
  newEvent,
  type OutboxEvent,
  type PreparedProject,
  PreparedProjectChanged,
  ProjectApproved,
  ProjectCreated,
  ProjectStarted,
  TrustChanged,
} from '@academies/contracts';

const by = anOfficer;
const idOf = (project: number) => String(100_000 + project);
const urnOf = (project: number) => String(200_000 + project);
const completeIdOf = (project: number) => `01999c5e-7a10-7c3e-9b1a-${String(project).padStart(12, '0')}`;

/** The trust that all join, and the schools. */
export const theRegister = (projects: number): OutboxEvent[] => [
  newEvent(TrustChanged, {
    key: anExampleTrust.groupUid,
    subject: anExampleTrust.groupUid,
    value: { trust: anExampleTrust },
  }),
  ...Array.from({ length: projects }, (_, project) => {
    const urn = urnOf(project);
    const establishment = { ...anExampleEstablishment, urn, name: `School ${urn}` };
    return newEvent(EstablishmentChanged, { key: urn, subject: urn, value: { establishment } });
  }),
];

/** Approvals that break no rule, one school each. */
export const approvals = (projects: number): OutboxEvent[] =>
  Array.from({ length: projects }, (_, project) => approvalOf(project));

const facts = (project: number) => ({ id: idOf(project), academies: [{ urn: urnOf(project) }] });

function approvalOf(project: number): OutboxEvent {
  const value = { project: { ...anExampleProject, ...facts(project) }, decision: anExampleDecision, attempt: 1, by };
  return newEvent(ProjectApproved, { key: idOf(project), subject: idOf(project), value });
}

/** The same projects as Prepare holds them once they are approved. */
export const approvedProjects = (projects: number): PreparedProject[] =>
  Array.from({ length: projects }, (_, project) => ({ ...anExampleProject, ...facts(project) }));

/** What Complete answers to these approvals when it takes them all over. */
export const creations = (projects: number): OutboxEvent[] =>
  Array.from({ length: projects }, (_, project) => creationOf(project));

const inComplete = (project: number) => ({
  id: completeIdOf(project),
  prepareId: idOf(project),
  urn: urnOf(project),
});

const creationOf = (project: number): OutboxEvent =>
  newEvent(ProjectCreated, {
    key: idOf(project),
    subject: completeIdOf(project),
    value: { project: { ...anExampleCompleteProject, ...inComplete(project) }, attempt: 1 },
  });

/** What happens to a project, from its start in Prepare to its case work in Complete: ten events, each the whole state. */
export function lifeOf(project: number): OutboxEvent[] {
  const prepared = { key: idOf(project), subject: idOf(project) };
  const completed = { key: idOf(project), subject: completeIdOf(project) };
  const undecided = { ...anUndecidedProject, ...facts(project) };
  const active = { ...anActiveCompleteProject, ...inComplete(project) };
  const changed = (month: number) =>
    newEvent(PreparedProjectChanged, {
      ...prepared,
      value: { project: { ...undecided, proposedDate: `2027-0${month}-01` }, changed: ['proposedDate'], by },
    });
  const worked = (month: number) =>
    newEvent(CompleteProjectChanged, {
      ...completed,
      value: { project: { ...active, significantDate: `2027-0${month}-01` }, changed: ['significantDate'], by },
    });
  return [
    newEvent(ProjectStarted, { ...prepared, value: { project: undecided, by } }),
    changed(1),
    changed(2),
    changed(3),
    approvalOf(project),
    creationOf(project),
    newEvent(HandoverDetailsAdded, { ...completed, value: { project: active, comments: null, by } }),
    worked(5),
    worked(6),
    worked(7),
  ];
}

/** Events of many projects: each project's ten in a row, or all projects abreast, one event each in turn. */
export function lives(projects: number, order: 'in a row' | 'abreast'): OutboxEvent[] {
  const all = Array.from({ length: projects }, (_, project) => lifeOf(project));
  if (order === 'in a row') return all.flat();
  return Array.from({ length: 10 }, (_, step) => all.map((life) => life[step] as OutboxEvent)).flat();
}
