import { changed, type CommandContext, type CommandResult, refused } from '@academies/contracts';
import { changeFields } from '../project/change-fields.ts';
import type { Project } from '../project/project.ts';

/** Adds a note; it is never changed afterwards. The same words of the same person are one note, however often they are sent. */
export function addNote(
  project: Project,
  { subject, text, by, at }: { subject: string; text: string } & Pick<CommandContext, 'by' | 'at'>,
): CommandResult<Project> {
  if (!subject.trim() || !text.trim()) return refused('A note has a subject and a text');
  const { summary } = project.facts;
  const note = { subject: subject.trim(), text: text.trim(), by, at };
  const isSame = (other: typeof note) =>
    other.subject === note.subject && other.text === note.text && other.by.email === by.email;
  if (summary.notes.some(isSame)) return changed(project);
  const notes = [...summary.notes, note];
  return changeFields(project, { change: { summary: { ...summary, notes } }, by });
}
