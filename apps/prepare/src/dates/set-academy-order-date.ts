import { AcademyOrderDateSet, changed, type IsoDate, type Person, refused, type Verdict } from '@academies/contracts';
import { earliestDecision } from '@academies/handover-rules';
import { takesAcademyOrder } from '../decisions/may-decide.ts';
import { prepareEvent } from '../projects/prepare-event.ts';
import type { Project } from '../projects/project.ts';

/** Whether the date may be set: an approved voluntary conversion, locked or not (domain/prepare.md, "Approved"). */
export const takesAcademyOrderDate = ({ facts }: Project): boolean =>
  !facts.deleted && facts.status !== 'pre_decision' && takesAcademyOrder(facts, facts.status);

/** Sets or mends the academy order date; the one fact that no lock holds, and Complete is told. */
export function setAcademyOrderDate(project: Project, { date, by }: { date: IsoDate; by: Person }): Verdict {
  if (!takesAcademyOrderDate(project)) {
    return refused('Only an approved voluntary conversion has an academy order date');
  }
  if (date < earliestDecision) return refused('The academy order date must be in 2010 or later', 'date');
  if (date === project.facts.academyOrderDate) return changed();
  return changed(
    prepareEvent(AcademyOrderDateSet, { project: { ...project.facts, academyOrderDate: date }, date, by }),
  );
}
