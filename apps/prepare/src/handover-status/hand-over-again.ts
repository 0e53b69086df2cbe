import { changed, isApproval, ProjectApproved, refused, type Verdict } from '@academies/contracts';
import type { Occasion } from '../projects/occasion.ts';
import { prepareEvent } from '../projects/prepare-event.ts';
import type { Project } from '../projects/project.ts';
import { academiesOf } from './academies-of.ts';

/** Why the project cannot be handed over again now, or nothing. */
export function whyNotAgain(project: Project): string | undefined {
  const { status, deleted, attempts } = project.facts;
  const states = academiesOf(project).map(({ state }) => state);
  if (deleted || status === 'pre_decision' || !isApproval(status) || attempts === 0)
    return 'Only an approved project can be handed over to Complete again';
  if (states.includes('waiting') || states.includes('held_up')) return 'Complete has not answered yet';
  if (states.every((state) => state === 'created')) return 'Complete has taken the project over';
  return undefined;
}

/** Hands a rejected or deleted project over again: a new attempt, not a new decision; also when nothing was changed. */
export function handOverAgain(project: Project, { by }: Pick<Occasion, 'by'>): Verdict {
  const { facts } = project;
  const why = whyNotAgain(project);
  if (why || !facts.decision) return refused(why ?? 'The project has no decision');
  const attempt = facts.attempts + 1;
  const next = { ...facts, attempts: attempt };
  return changed(prepareEvent(ProjectApproved, { project: next, decision: facts.decision, attempt, by }));
}
