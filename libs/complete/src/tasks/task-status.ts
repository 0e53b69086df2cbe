import { vocabulary } from '@academies/contracts';
import { type Field, isAsked } from '@academies/forms';
import { answersTo } from '../project/task-answers.ts';
import type { Task, TaskAnswer, Tasked } from './task/task.ts';

/** Where a task stands. */
export const taskStatuses = vocabulary({
  not_started: 'Not started',
  in_progress: 'In progress',
  completed: 'Completed',
  not_applicable: 'Not applicable',
});
export type TaskStatus = (typeof taskStatuses.names)[number];

/** Everything that is known of a task's fields, as its page shows it. */
export const valuesOf = (project: Tasked, { name, command }: Task): Record<string, TaskAnswer> => ({
  ...answersTo(project, name).answers,
  ...(command && { [command.field]: command.shown(project) }),
});

/** Whether a value fills its field: its inputs would not be empty. No is an answer, a box without tick is none. */
export const isFilled = (field: Field<unknown>, name: string, value: TaskAnswer | undefined): boolean =>
  value !== undefined && value !== null && Object.values(field.write(value, name)).some((text) => text !== '');

/** Not applicable, completed (every field that is asked is filled), in progress (any), not started (docs/domain/complete.md). */
export function taskStatus(project: Tasked, task: Task): TaskStatus {
  if (task.optional && answersTo(project, task.name).notApplicable) return 'not_applicable';
  const values = valuesOf(project, task);
  const filled = Object.entries(task.fields)
    .filter(([, field]) => isAsked(field, values))
    .map(([name, field]) => isFilled(field, name, values[name]));
  if (filled.every(Boolean)) return 'completed';
  return filled.some(Boolean) ? 'in_progress' : 'not_started';
}
