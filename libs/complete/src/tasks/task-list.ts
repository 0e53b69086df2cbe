import type { CompleteProject, Kind } from '@academies/contracts';
import { conversionAfterOpening } from './conversion/after-opening.tasks.ts';
import { conversionKickOff } from './conversion/kick-off.tasks.ts';
import { conversionLegalDocuments } from './conversion/legal-documents.tasks.ts';
import { conversionOpening } from './conversion/opening.tasks.ts';
import { type TaskStatus, taskStatus } from './task-status.ts';
import { section, type Task } from './task/task.ts';
import { transferAfter } from './transfer/after-transfer.tasks.ts';
import { transferKickOff } from './transfer/kick-off.tasks.ts';
import { transferLegalDocuments } from './transfer/legal-documents.tasks.ts';
import { transferReady } from './transfer/transfer.tasks.ts';

/** The tasks of each kind of project, in the order of the page. */
export const tasksOf: Readonly<Record<Kind, readonly Task[]>> = {
  conversion: [
    ...section('Project kick-off', conversionKickOff),
    ...section('Clear and sign legal documents', conversionLegalDocuments),
    ...section('Get ready for opening', conversionOpening),
    ...section('After opening', conversionAfterOpening),
  ],
  transfer: [
    ...section('Project kick-off', transferKickOff),
    ...section('Clear and sign legal documents', transferLegalDocuments),
    ...section('Get ready to transfer', transferReady),
    ...section('After transfer', transferAfter),
  ],
};

/** The task of this name, if the kind has one. */
export const taskNamed = (kind: Kind, name: string): Task | undefined =>
  tasksOf[kind].find((task) => task.name === name);

/** A task of a project with its status. */
export interface ListedTask extends Task {
  readonly status: TaskStatus;
}

/** The task list of a project by section, in the order of the page. */
export function taskList(project: CompleteProject): { title: string; tasks: ListedTask[] }[] {
  const listed = tasksOf[project.kind].map((task) => ({ ...task, status: taskStatus(project, task) }));
  return [...Map.groupBy(listed, ({ section }) => section)].map(([title, tasks]) => ({ title, tasks }));
}
