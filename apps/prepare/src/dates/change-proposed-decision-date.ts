import { type IsoDate, type Person, refused, type Verdict } from '@academies/contracts';
import { changeFacts } from '../projects/change-facts.ts';
import type { Project } from '../projects/project.ts';

/** Sets when the decision is expected, past or future, not after the conversion or transfer. */
export function changeProposedDecisionDate(
  project: Project,
  { date, by }: { date: IsoDate | null; by: Person },
): Verdict {
  const { kind, proposedDate } = project.facts;
  if (date && proposedDate && date > proposedDate) {
    return refused(`The proposed decision date must be on or before the proposed ${kind} date`, 'date');
  }
  return changeFacts(project, { part: 'proposed-decision-date', change: { proposedDecisionDate: date }, by });
}
