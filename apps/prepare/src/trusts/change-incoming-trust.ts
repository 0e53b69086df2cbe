import type { IncomingTrust, Person, Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { changeFacts } from '../projects/change-facts.ts';
import type { Project } from '../projects/project.ts';

/** The trust that takes the school in, and the rules that the project would break with it. */
export interface ChangeIncomingTrust {
  readonly trust: IncomingTrust;
  readonly broken: readonly BrokenRule[];
  readonly by: Person;
}

/**
 * Changes the incoming trust: by UKPRN, or by TRN and name while it is being formed. The TRN of a new trust may still be
 * unknown; the approval then asks for it.
 */
export function changeIncomingTrust(project: Project, { trust, broken, by }: ChangeIncomingTrust): Verdict {
  const onlyTrnLacks = project.facts.formingAMat && trust.trn === null && Boolean(trust.name?.trim());
  return changeFacts(project, {
    part: 'incoming-trust',
    change: { incomingTrust: trust },
    broken: broken.filter(({ rule }) => !(onlyTrnLacks && rule === 'new-trust-is-named')),
    by,
  });
}
