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
  outgoing,
  type Outgoing,
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
export const theRegister = (projects: number): Outgoing[] => [
  outgoing(TrustChanged, {
    key: anExampleTrust.groupUid,
    subject: anExampleTrust.groupUid,
    value: { trust: anExampleTrust },
  }),
  ...Array.from({ length: projects }, (_, project) => {
    const urn = urnOf(project);
    const establishment = { ...anExampleEstablishment, urn, name: `School ${urn}` };
    return outgoing(EstablishmentChanged, { key: urn, subject: urn, value: { establishment } });
  }),
];

/** Approvals that break no rule, one school each. */
export const approvals = (projects: number): Outgoing[] =>
  Array.from({ length: projects }, (_, project) => approvalOf(project));

const facts = (project: number) => ({ id: idOf(project), academies: [{ urn: urnOf(project) }] });

function approvalOf(project: number): Outgoing {
  const value = { project: { ...anExampleProject, ...facts(project) }, decision: anExampleDecision, attempt: 1, by };
  return outgoing(ProjectApproved, { key: idOf(project), subject: idOf(project), value });
}

/** What happens to a project, from its start in Prepare to its case work in Complete: ten events, each the whole state. */
export function lifeOf(project: number): Outgoing[] {
  const prepared = { key: idOf(project), subject: idOf(project) };
  const completed = { key: idOf(project), subject: completeIdOf(project) };
  const undecided = { ...anUndecidedProject, ...facts(project) };
  const ids = { id: completeIdOf(project), prepareId: idOf(project), urn: urnOf(project) };
  const inactive = { ...anExampleCompleteProject, ...ids };
  const active = { ...anActiveCompleteProject, ...ids };
  const changed = (month: number) =>
    outgoing(PreparedProjectChanged, {
      ...prepared,
      value: { project: { ...undecided, proposedDate: `2027-0${month}-01` }, changed: ['proposedDate'], by },
    });
  const worked = (month: number) =>
    outgoing(CompleteProjectChanged, {
      ...completed,
      value: { project: { ...active, significantDate: `2027-0${month}-01` }, changed: ['significantDate'], by },
    });
  return [
    outgoing(ProjectStarted, { ...prepared, value: { project: undecided, by } }),
    changed(1),
    changed(2),
    changed(3),
    approvalOf(project),
    outgoing(ProjectCreated, { ...completed, value: { project: inactive, attempt: 1 } }),
    outgoing(HandoverDetailsAdded, { ...completed, value: { project: active, comments: null, by } }),
    worked(5),
    worked(6),
    worked(7),
  ];
}

/** Events of many projects: each project's ten in a row, or all projects abreast, one event each in turn. */
export function lives(projects: number, order: 'in a row' | 'abreast'): Outgoing[] {
  const all = Array.from({ length: projects }, (_, project) => lifeOf(project));
  if (order === 'in a row') return all.flat();
  return Array.from({ length: 10 }, (_, step) => all.map((life) => life[step] as Outgoing)).flat();
}
