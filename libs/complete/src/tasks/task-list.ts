import type { CompleteProject, Kind, TaskAnswers } from '@academies/contracts';
import { conversionTasks } from './conversion-tasks.table.ts';
import { type TaskStatus, taskStatus } from './task-status.ts';
import type { Task } from './task.ts';
import { transferTasks } from './transfer-tasks.table.ts';

/** The tasks of each kind of project. */
export const tasksOf: Readonly<Record<Kind, readonly Task[]>> = {
  conversion: conversionTasks,
  transfer: transferTasks,
};

/** The task of this name, if the kind has one. */
export const taskNamed = (kind: Kind, name: string): Task | undefined =>
  tasksOf[kind].find((task) => task.name === name);

/** What was answered; a task that nobody touched is not kept, so that a new task needs no change of old projects. */
export const answersTo = (project: Pick<CompleteProject, 'tasks'>, name: string): TaskAnswers =>
  project.tasks[name] ?? { notApplicable: false, answers: {} };

/** A task of a project with its status. */
export interface ListedTask extends Task {
  readonly status: TaskStatus;
}

/** The task list of a project by section, in the order of the page. */
export function taskList(project: CompleteProject): { title: string; tasks: ListedTask[] }[] {
  const listed = tasksOf[project.kind].map((task) => ({ ...task, status: taskStatus(project, task) }));
  return [...Map.groupBy(listed, ({ section }) => section)].map(([title, tasks]) => ({ title, tasks }));
}
