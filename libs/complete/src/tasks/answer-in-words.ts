import type { CompleteProject } from '@academies/contracts';
import { isFilled } from './task-status.ts';
import type { Task, TaskAnswer } from './task/task.ts';

/** What people read of one answer: a choice in its words, a contact by name, a date as `YYYY-MM-DD`; null while open. */
export function answerInWords(
  { fields }: Pick<Task, 'fields'>,
  name: string,
  value: TaskAnswer | undefined,
  contacts: CompleteProject['contacts'],
): string | null {
  const field = fields[name];
  if (!field || !isFilled(field, name, value)) return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const { choices = {} } = field.options as { choices?: Readonly<Record<string, string>> };
  const text = String(value);
  return contacts.find(({ id }) => id === value)?.name ?? (Object.hasOwn(choices, text) ? choices[text] : text) ?? text;
}

/** The question of a field, as its page asks it. */
export const questionOf = ({ fields }: Pick<Task, 'fields'>, name: string): string =>
  (fields[name]?.options as { label?: string } | undefined)?.label ?? name;
