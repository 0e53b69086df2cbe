import { type CompleteProject, keyContacts, words } from '@academies/contracts';
import type { Task } from './task.ts';

/** Where a task stands. */
export const taskStatuses = words({
  not_started: 'Not started',
  in_progress: 'In progress',
  completed: 'Completed',
  not_applicable: 'Not applicable',
});
export type TaskStatus = (typeof taskStatuses.names)[number];

/** Not applicable, completed (every field that is asked is filled), in progress (any), not started (domain/complete.md). */
export function taskStatus(project: Pick<CompleteProject, 'tasks' | 'keyContacts'>, task: Task): TaskStatus {
  const { notApplicable, answers } = project.tasks[task.name] ?? { notApplicable: false, answers: {} };
  if (task.optional && notApplicable) return 'not_applicable';
  const filled = Object.entries(task.fields)
    .filter(([, field]) => field.isAsked(answers))
    .map(([name, field]) => (field.kind === 'contact' ? isNamed(project, name) : isFilled(field.kind, answers[name])));
  if (filled.every(Boolean)) return 'completed';
  return filled.some(Boolean) ? 'in_progress' : 'not_started';
}

const isFilled = (kind: string, answer: unknown): boolean =>
  kind === 'tick' ? answer === true : answer !== undefined && answer !== null && answer !== '';

const isNamed = (project: Pick<CompleteProject, 'keyContacts'>, name: string): boolean => {
  const key = keyContacts.schema.safeParse(name);
  return key.success && project.keyContacts[key.data] !== undefined;
};
