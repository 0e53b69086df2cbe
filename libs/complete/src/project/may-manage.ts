import type { CompleteProject, Person, Role, Team } from '@academies/contracts';

/** Somebody as rights on one project need them: who it is, which roles, which team. */
export interface Actor extends Person {
  readonly roles: readonly Role[];
  readonly team?: Team | undefined;
}

type Run = Pick<CompleteProject, 'assignedTo' | 'team'>;

/** Whether somebody is the person the project is assigned to. Addresses are the same whatever their case. */
export const isAssignedTo = ({ assignedTo }: Pick<CompleteProject, 'assignedTo'>, { email }: Person): boolean =>
  assignedTo?.email.toLowerCase() === email.toLowerCase();

const isSupport = ({ roles }: Actor): boolean => roles.includes('service_support');
const leads = (actor: Actor, team: Team | null): boolean =>
  actor.roles.includes('team_leader') && team !== null && actor.team === team;

/** Contacts, dates, hold, complete, revoke, about the project, another team (docs/domain/README.md, "People"). */
export const mayManage = (project: Run, actor: Actor): boolean =>
  isSupport(actor) || isAssignedTo(project, actor) || leads(actor, project.team);

/** Assigning: a team leader in the own team, a regional delivery officer in the own region, service support. */
export const mayAssign = (project: Pick<CompleteProject, 'team' | 'region'>, actor: Actor): boolean =>
  isSupport(actor) ||
  leads(actor, project.team) ||
  (actor.roles.includes('regional_delivery_officer') && actor.team !== undefined && project.region === actor.team);

/** Who brought the project in: corrected by the leader of its team, and by service support. */
export const mayChangeAddedBy = ({ team }: Pick<CompleteProject, 'team'>, actor: Actor): boolean =>
  isSupport(actor) || leads(actor, team);

/** Delete, reopen, trusts, academy URN. */
export const maySupport = isSupport;

/** Who saves tasks: the assigned person, and service support (docs/domain/complete.md, "Tasks"). */
export const maySaveTasks = (project: Pick<CompleteProject, 'assignedTo'>, actor: Actor): boolean =>
  maySupport(actor) || isAssignedTo(project, actor);
