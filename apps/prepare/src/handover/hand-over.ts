import {
  AcademyRemoved,
  changed,
  type CommandContext,
  type CommandResult,
  type Person,
  ProjectApproved,
  refused,
} from '@academies/contracts';
import type { BrokenRule } from '@academies/handover';
import { changedBy, handedOver, prepareEvent, type Project } from '../project/project.ts';
import { openInPrepare, removable, whyNotAgain } from '../project/stage.ts';

/** Who hands over again, and the rules that the project breaks as it stands. */
interface HandOverAgain extends Pick<CommandContext, 'by'> {
  readonly broken?: readonly BrokenRule[];
}

/**
 * Hands a rejected or deleted project over again: a new attempt, not a new decision; also when nothing was changed. Only
 * a school that another open project has taken meanwhile is refused here: Complete cannot know of it.
 */
export function handOverAgain(project: Project, { by, broken = [] }: HandOverAgain): CommandResult<Project> {
  const { facts } = project;
  const why = whyNotAgain(project);
  if (why || !facts.decision) return refused(why ?? 'The project has no decision');
  const takenBy = broken.filter(({ rule }) => rule === openInPrepare);
  if (takenBy.length > 0) return { problems: takenBy.map(({ message }) => ({ message })) };
  const attempt = facts.attempts + 1;
  const next = { ...facts, attempts: attempt };
  const approval = prepareEvent(ProjectApproved, { project: next, decision: facts.decision, attempt, by });
  return changed(handedOver(project, next, approval), approval);
}

/** Removes a rejected academy from a transfer, though the project is locked (docs/domain/handover.md, "What Prepare shows"). */
export function removeAcademy(project: Project, { urn, by }: { urn: string; by: Person }): CommandResult<Project> {
  const { facts } = project;
  if (!facts.academies.some((academy) => academy.urn === urn)) return refused('The project does not hold this academy');
  if (!removable(project).includes(urn)) {
    return refused('Only an academy that Complete rejected can be removed, and not the last one');
  }
  const left = { ...facts, academies: facts.academies.filter((academy) => academy.urn !== urn) };
  return changedBy(project, AcademyRemoved, { project: left, urn, by });
}
