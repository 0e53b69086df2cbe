import type { TheProject } from './the-project.ts';

type Value = string | number | boolean | null;

/** One task of a project as columns ask for it. Before Complete has the project, nothing is answered. */
export interface AnsweredTask {
  /** Somebody said that the task does not apply. Answers typed before that are kept and not shown. */
  readonly notApplicable: boolean;
  readonly answer: (field: string) => Value;
  readonly ticked: (...fields: string[]) => boolean;
}

/** Looks a task up by its name in domain/tasks.csv. */
export function taskOf(project: TheProject, name: string): AnsweredTask {
  const task = project.tasks[name];
  const answer = (field: string): Value => {
    const value = task?.answers[field];
    return value === undefined || value === '' ? null : value;
  };
  return {
    notApplicable: task?.notApplicable ?? false,
    answer,
    ticked: (...fields) => fields.every((field) => answer(field) === true),
  };
}

/** A transfer whose task says so asks for no new record: the academy keeps its URN. */
export const asksForNewRecord = (project: TheProject): boolean =>
  project.kind === 'conversion' || !taskOf(project, 'new_urn_and_record').notApplicable;
