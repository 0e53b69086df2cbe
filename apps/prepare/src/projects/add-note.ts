import { refused, type Verdict } from '@academies/contracts';
import { changeFacts } from './change-facts.ts';
import type { Occasion } from './occasion.ts';
import type { Project } from './project.ts';

/** Adds a note; it is never changed afterwards. */
export function addNote(
  project: Project,
  { subject, text, by, at }: { subject: string; text: string } & Pick<Occasion, 'by' | 'at'>,
): Verdict {
  if (!subject.trim() || !text.trim()) return refused('A note has a subject and a text');
  const { summary } = project.facts;
  const notes = [...summary.notes, { subject: subject.trim(), text: text.trim(), by, at }];
  return changeFacts(project, { part: 'notes', change: { summary: { ...summary, notes } }, by });
}
