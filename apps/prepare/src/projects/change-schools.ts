import { type Establishment, type Person, refused, type Trust, type Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { notRunBy } from '../trusts/runs-every.ts';
import { changeFacts } from './change-facts.ts';
import type { Project } from './project.ts';

/** Other schools or academies, as the register has them. */
export interface ChangeSchools {
  readonly schools: readonly Establishment[];
  /** Transfers: the trust that runs them, when it is known. */
  readonly outgoingTrust: Trust | null;
  /** A project that holds one of the schools already, open in Prepare or in Complete. */
  readonly broken: readonly BrokenRule[];
  readonly by: Person;
}

/** Changes the school of a conversion, or the academies of a transfer; each is open and of the right kind. */
export function changeSchools(project: Project, { schools, outgoingTrust, broken, by }: ChangeSchools): Verdict {
  if (schools.length === 0) return refused('Choose at least one academy', 'school');
  if (project.facts.kind === 'conversion' && schools.length > 1)
    return refused('A conversion has one school', 'school');
  const notRun = project.facts.kind === 'transfer' && outgoingTrust && notRunBy(outgoingTrust, schools);
  if (notRun) return refused(notRun, 'school');
  const academies = schools.map(({ urn }) => ({ urn }));
  return changeFacts(project, { part: 'school', change: { academies }, broken, by });
}
