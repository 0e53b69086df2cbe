import {
  changed,
  type OutboxEvent,
  type Person,
  type PreparedProject,
  PreparedProjectChanged,
  type Problem,
  type CommandResult,
} from '@academies/contracts';
import { isDeepStrictEqual } from 'node:util';
import { prepareEvent, type Project } from './project.ts';
import { lockOn, type Part } from './stage.ts';

/** A change of facts that belong together on one page. */
export interface ChangeFields {
  readonly part?: Part;
  readonly change: Partial<PreparedProject>;
  /** What stands in the way besides a lock. */
  readonly problems?: readonly Problem[];
  readonly by: Person;
  /** What is published, unless it is PreparedProjectChanged. */
  readonly event?: (changed: PreparedProject, by: Person) => OutboxEvent;
}

/** Changes facts, unless they are locked or something stands in the way. What is the same makes no event. */
export function changeFields(
  project: Project,
  { part = {}, change, problems = [], by, event }: ChangeFields,
): CommandResult<Project> {
  const lock = lockOn(project, part);
  if (lock) return { problems: [{ message: lock }] };
  if (problems.length > 0) return { problems };
  const { facts } = project;
  const names = (Object.keys(change) as (keyof PreparedProject)[]).filter(
    (name) => !isDeepStrictEqual(facts[name], change[name]),
  );
  if (names.length === 0) return changed(project);
  const next = { ...facts, ...change };
  const what = event?.(next, by) ?? prepareEvent(PreparedProjectChanged, { project: next, changed: names, by });
  return changed({ ...project, facts: next }, what);
}
