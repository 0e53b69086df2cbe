import { changed, type CommandContext, type CommandResult, ProjectApproved } from '@academies/contracts';
import { academiesOf, prepareEvent, type Project } from '../project/project.ts';

/**
 * Sends the approval of the present attempt again, as an event of its own: the first one may be lost, or on its way. Whichever
 * comes second is confirmed with the project that is there. What was answered meanwhile is not sent.
 */
export function sendAgain(project: Project, { by }: Pick<CommandContext, 'by'>): CommandResult<Project> {
  const { facts } = project;
  const isWaiting = academiesOf(project).some(({ state }) => state === 'waiting');
  if (!isWaiting || !facts.decision) return changed(project);
  const { decision, attempts: attempt } = facts;
  return changed(project, prepareEvent(ProjectApproved, { project: facts, decision, attempt, by }));
}
