import { AcademyRemoved, changed, type Person, refused, type Verdict } from '@academies/contracts';
import { prepareEvent } from '../projects/prepare-event.ts';
import type { Project } from '../projects/project.ts';
import { academiesOf } from './academies-of.ts';

/** Which academies may be removed: rejected ones of a transfer that keeps at least one other. */
export const removable = (project: Project): string[] =>
  project.facts.kind === 'transfer' && project.facts.academies.length > 1
    ? academiesOf(project).flatMap(({ urn, state }) => (state === 'rejected' ? [urn] : []))
    : [];

/** Removes a rejected academy from a transfer, though the project is locked (domain/handover.md, "What Prepare shows"). */
export function removeAcademy(project: Project, { urn, by }: { urn: string; by: Person }): Verdict {
  const { facts } = project;
  if (!facts.academies.some((academy) => academy.urn === urn)) return refused('The project does not hold this academy');
  if (!removable(project).includes(urn)) {
    return refused('Only an academy that Complete rejected can be removed, and not the last one');
  }
  const left = { ...facts, academies: facts.academies.filter((academy) => academy.urn !== urn) };
  return changed(prepareEvent(AcademyRemoved, { project: left, urn, by }));
}
