import {
  changed,
  type CommandResult,
  type Establishment,
  type EventDefinition,
  newEvent,
  type OutboxEvent,
  type PreparedProject,
  type KnownTrust,
  runs,
} from '@academies/contracts';
import { type AcademyHandover, type Handover as KnownHandover, handoverState } from '@academies/handover';

/** What a rule of Prepare knows of a project: its own facts, and how its handover goes. */
export interface Project {
  readonly facts: PreparedProject;
  readonly handover: Handover;
}

/** How the handover goes, from Complete's answers. Everything that pages say about it is worked out from this. */
export type Handover = Omit<KnownHandover, 'status'>;

export const noHandover: Handover = { attempt: null, answers: [], inComplete: [] };

/** The project with these facts, handed over by this approval: a new attempt, to which nobody has answered yet. */
export function handedOver({ handover }: Project, facts: PreparedProject, { id: approval }: OutboxEvent): Project {
  const urns = facts.academies.map(({ urn }) => urn);
  return { facts, handover: { ...handover, attempt: { number: facts.attempts, approval, urns } } };
}

/** Where the handover of each academy stands (docs/domain/handover.md, "What Prepare shows"). */
export const academiesOf = ({ facts, handover }: Project): AcademyHandover[] =>
  facts.academies.map(({ urn }) => handoverState(urn, { ...handover, status: facts.status }));

/** An event about a project of Prepare: the project's id is its key and its subject. */
export const prepareEvent = <Value extends { project: PreparedProject }>(
  event: EventDefinition<string, 'prepare.projects', Value>,
  value: NoInfer<Value>,
): OutboxEvent => newEvent(event, { key: value.project.id, subject: value.project.id, value });

/** One event changed the facts of a project to those that it carries. */
export const changedBy = <Value extends { project: PreparedProject }>(
  project: Project,
  event: EventDefinition<string, 'prepare.projects', Value>,
  value: NoInfer<Value>,
): CommandResult<Project> => changed({ ...project, facts: value.project }, prepareEvent(event, value));

/** What is wrong when a trust does not run every one of these academies (docs/domain/prepare.md, "What a project holds"). */
export function notRunBy(trust: KnownTrust, academies: readonly Establishment[]): string | undefined {
  const others = academies.filter((academy) => !runs(trust, academy)).map(({ name }) => name);
  return others.length > 0 ? `${trust.name} does not run ${others.join(', ')}` : undefined;
}
