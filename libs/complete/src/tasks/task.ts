import type { TaskField } from './field.ts';

/** One task of a task list (domain/complete.md, "Tasks"). */
export interface Task {
  readonly name: string;
  readonly title: string;
  readonly section: string;
  /** An optional task can be marked as not applicable. */
  readonly optional: boolean;
  readonly fields: Readonly<Record<string, TaskField>>;
}

type Unplaced = Omit<Task, 'section'>;

/** A task that every project has. */
export const task = (name: string, title: string, fields: Task['fields']): Unplaced => ({
  name,
  title,
  fields,
  optional: false,
});

/** A task that may not apply. */
export const optional = (name: string, title: string, fields: Task['fields']): Unplaced => ({
  ...task(name, title, fields),
  optional: true,
});

/** Tasks under one heading. */
export const section = (title: string, tasks: readonly Unplaced[]): Task[] =>
  tasks.map((one) => ({ ...one, section: title }));
