import { changed, type Person, PreparedProjectChanged, type PreparedProject, type Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { isDeepStrictEqual } from 'node:util';
import { lockOn, type Part } from './locks.ts';
import { prepareEvent } from './prepare-event.ts';
import type { Project } from './project.ts';

/** A change of facts that belong together on one page. */
export interface ChangeFacts {
  readonly part: Part;
  readonly change: Partial<PreparedProject>;
  /** Rules of the handover that the changed facts would break; those of this page refuse the change. */
  readonly broken?: readonly BrokenRule[];
  readonly by: Person;
}

/** Changes facts, unless they are locked or would break a rule that their page mends. What is the same makes no event. */
export function changeFacts({ facts, handover }: Project, { part, change, broken = [], by }: ChangeFacts): Verdict {
  const lock = lockOn({ facts, handover }, part);
  if (lock) return { problems: [{ message: lock }] };
  const problems = broken.filter(({ mendedOn }) => mendedOn === part).map(({ message }) => ({ message, field: part }));
  if (problems.length > 0) return { problems };
  const names = (Object.keys(change) as (keyof PreparedProject)[]).filter(
    (name) => !isDeepStrictEqual(facts[name], change[name]),
  );
  if (names.length === 0) return changed();
  return changed(prepareEvent(PreparedProjectChanged, { project: { ...facts, ...change }, changed: names, by }));
}
