import { type Establishment, type Person, refused, type Trust, type Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { changeFacts } from '../projects/change-facts.ts';
import type { Project } from '../projects/project.ts';
import { notRunBy } from './runs-every.ts';

/** The trust that the academies leave, as the register has it, and the rules that the project would break with it. */
export interface ChangeOutgoingTrust {
  readonly trust: Trust;
  readonly academies: readonly Establishment[];
  readonly broken: readonly BrokenRule[];
  readonly by: Person;
}

/** Changes the outgoing trust of a transfer; it runs every chosen academy and is not the incoming one. */
export function changeOutgoingTrust(project: Project, { trust, academies, broken, by }: ChangeOutgoingTrust): Verdict {
  if (project.facts.kind !== 'transfer') return refused('A conversion has no outgoing trust');
  const notRun = notRunBy(trust, academies);
  if (notRun) return refused(notRun, 'outgoing-trust');
  const part = 'outgoing-trust';
  const here = broken.filter(({ rule, mendedOn }) => mendedOn === part || rule === 'trusts-differ');
  return changeFacts(project, {
    part,
    change: { outgoingTrustUkprn: trust.ukprn },
    broken: here.map((rule) => ({ ...rule, mendedOn: part })),
    by,
  });
}
