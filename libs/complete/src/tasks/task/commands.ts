import { type CommandContext, keyContacts } from '@academies/contracts';
import { chooseKeyContact, type KeyContact } from '../../contacts/contacts.ts';
import { confirmDate } from '../../dates/confirm-date.ts';
import { answersTo } from '../../project/task-answers.ts';
import type { TaskCommand } from './task.ts';

const field = 'confirmed_date';

/** The stakeholder kick-off confirms the conversion or transfer date, with its history (docs/domain/complete.md, "Dates"). */
export const confirmsDate: TaskCommand = {
  field,
  shown: (project) => answersTo(project, 'stakeholder_kick_off').answers[field] ?? null,
  save(project, date, context: CommandContext) {
    const result = confirmDate(project, { ...context, date: String(date ?? '') });
    return result.problems ? { problems: result.problems.map((problem) => ({ ...problem, field })) } : result;
  },
};

/** Which of the project's contacts the task names. The project keeps it, not the task's answers. */
export const choosesContact = (as: KeyContact): TaskCommand => ({
  field: as,
  shown: ({ keyContacts: named }) => named[as] ?? null,
  save: (project, contact, context) =>
    chooseKeyContact(project, { ...context, as, contact: contact === null ? null : String(contact) }),
});

/** Whether a field chooses one of the project's contacts. */
export const isContact = (name: string): name is KeyContact => keyContacts.schema.safeParse(name).success;
