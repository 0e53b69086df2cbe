import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  CompleteProjectDeleted,
  DaoRevoked,
  type DecisionReason,
  type IsoDate,
  type Person,
  ProjectCompleted,
  reasonsOf,
  refused,
  type Team,
  teams,
} from '@academies/contracts';
import { changeProject, refusedUnlessActive, changedBy } from '../project/change-project.ts';
import { missingForCompletion } from './missing-for-completion.ts';

type Result = CommandResult<CompleteProject>;

/** Gives an active project to somebody, or to nobody. */
export const assignProject = (project: CompleteProject, { to, by }: CommandContext & { to: Person | null }): Result =>
  refusedUnlessActive(project) ?? changeProject(project, { assignedTo: to }, by);

/** Hands an active project to another team; it is then unassigned (docs/domain/README.md, "People"). */
export function handToTeam(project: CompleteProject, { team, by }: CommandContext & { team: Team }): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (project.team === team) return refused(`${teams.say(team)} runs this project already`, 'team');
  return changeProject(project, { team, assignedTo: null }, by);
}

/** Corrects who brought the project in. */
export const changeAddedBy = (
  project: CompleteProject,
  { addedBy, by }: CommandContext & { addedBy: Person },
): Result => refusedUnlessActive(project) ?? changeProject(project, { createdBy: addedBy }, by);

/** Puts an active project on hold: a flag with a date and a reason (docs/domain/complete.md, "States"). */
export function holdProject(
  project: CompleteProject,
  { reason, by, today }: CommandContext & { reason: string },
): Result {
  if (project.onHold) return refused('The project is on hold already');
  if (reason.trim() === '') return refused('Enter why the project is on hold', 'reason');
  return refusedUnlessActive(project) ?? changeProject(project, { onHold: { since: today, reason } }, by);
}

/** Goes on with a project that was on hold. */
export const resumeProject = (project: CompleteProject, { by }: CommandContext): Result =>
  refusedUnlessActive(project) ?? changeProject(project, { onHold: null }, by);

/** Completes an active project, or says everything that is missing (docs/domain/complete.md, "States"). */
export function completeProject(
  project: CompleteProject,
  { trustInRegister, by, today }: CommandContext & { trustInRegister: boolean },
): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const missing = missingForCompletion(project, { today, trustInRegister });
  if (missing.length > 0) return { problems: missing.map(({ message, fixOn }) => ({ message, field: fixOn })) };
  return changedBy(ProjectCompleted, { project: { ...project, state: 'completed', completedOn: today }, by });
}

/** A minister's decision to revoke an order: when, who, and why. */
export interface RevokeDao extends CommandContext {
  readonly on: IsoDate;
  readonly minister: string;
  readonly reasons: readonly { readonly reason: DecisionReason; readonly detail: string }[];
}

/** Revokes the directive academy order of a conversion; Prepare hears of it (docs/domain/complete.md, "DAO revocation"). */
export function revokeDao(project: CompleteProject, { on, minister, reasons, by, today }: RevokeDao): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (project.directiveAcademyOrder !== true) return refused('The project has no directive academy order');
  if (on > today) return refused('The date of the decision must be today or earlier', 'date');
  if (on < project.advisoryBoardDate) return refused('The date must not be before the decision on the project', 'date');
  if (reasons.length === 0) return refused('Select at least one reason', 'reasons');
  if (reasons.some(({ reason }) => !reasonsOf.dao_revoked.includes(reason)))
    return refused('Select reasons to revoke an order', 'reasons');
  if (minister.trim() === '') return refused('Enter the name of the minister', 'minister');
  const daoRevocation = { minister, reasons: [...reasons] };
  return changedBy(DaoRevoked, {
    project: { ...project, state: 'dao_revoked', daoRevokedOn: on, daoRevocation, onHold: null },
    by,
  });
}

/** A living project of the same URN, which forbids another. */
export interface OtherProject {
  readonly id: string;
}

/** Opens a completed or revoked project again, unless another living project has the URN (docs/domain/complete.md). */
export function reopenProject(
  project: CompleteProject,
  { other, by }: CommandContext & { other: OtherProject | null },
): Result {
  if (project.state !== 'completed' && project.state !== 'dao_revoked')
    return refused('Only a completed or revoked project can be opened again');
  if (other) return refused(`Another project of this school is open: /projects/${other.id}`);
  return changeProject(project, { state: 'active', completedOn: null, daoRevokedOn: null, daoRevocation: null }, by);
}

/** A soft delete, from any state; Prepare may hand over again (docs/domain/complete.md, "States"). */
export const deleteProject = (project: CompleteProject, { by }: CommandContext): Result =>
  project.state === 'deleted'
    ? refused('The project is deleted already')
    : changedBy(CompleteProjectDeleted, { project: { ...project, state: 'deleted' }, by });
