import type { CompleteProject, Person, Role, Team } from '@academies/contracts';

/** Somebody as rights on one project need them: who it is, which roles, which team. */
export interface Actor extends Person {
  readonly roles: readonly Role[];
  readonly team?: Team | undefined;
}

/** A project, and who stands in for whom it is assigned to while that person is away. */
export interface Run {
  readonly project: Pick<CompleteProject, 'assignedTo' | 'team'>;
  readonly away: { readonly standIn: Person | null } | undefined;
}

/** One person: addresses are the same whatever their case. */
export const isSame = (one: Pick<Person, 'email'>, other: Pick<Person, 'email'>): boolean =>
  one.email.toLowerCase() === other.email.toLowerCase();

/** Whether somebody is the person the project is assigned to. */
export const isAssignedTo = ({ assignedTo }: Pick<CompleteProject, 'assignedTo'>, person: Person): boolean =>
  assignedTo !== null && isSame(assignedTo, person);

/**
 * Who runs a project: whom it is assigned to, and while that person is away who stands in. Whatever the one may the other
 * may (docs/domain/complete.md, "Absence").
 */
export const runs = ({ project, away }: Run, person: Person): boolean =>
  isAssignedTo(project, person) || Boolean(project.assignedTo && away?.standIn && isSame(away.standIn, person));

export const isSupport = ({ roles }: Actor): boolean => roles.includes('service_support');
export const leads = (actor: Actor, team: Team | null): boolean =>
  actor.roles.includes('team_leader') && team !== null && actor.team === team;

/** Contacts, dates, hold, complete, revoke, about the project, another team (docs/domain/README.md, "People"). */
export const mayManage = (run: Run, actor: Actor): boolean =>
  isSupport(actor) || runs(run, actor) || leads(actor, run.project.team);

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

/** Who saves tasks: who runs the project, and service support (docs/domain/complete.md, "Tasks"). */
export const maySaveTasks = (run: Run, actor: Actor): boolean => maySupport(actor) || runs(run, actor);
