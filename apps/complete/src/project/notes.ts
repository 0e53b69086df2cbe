import { HistoryRow, NoteRow } from '@academies/complete';
import { type CommandContext, NotFoundError } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';

/** A note as somebody writes it; `id` is a note's that is there already, or of the one that begins. */
export interface WrittenNote extends Pick<CommandContext, 'by' | 'at'> {
  readonly projectId: string;
  readonly text: string;
  readonly id?: string;
}

/** Within this time, the same words of the same author are one note: they were sent from two pages. */
const minutesApart = 60;

/** Writes a note on a project, and that into its history, in the transaction of `em`; false when that is nothing new. */
export async function writeNote(
  em: EntityManager,
  { projectId, text, by, at, id = v7() }: WrittenNote,
): Promise<boolean> {
  const known = await em.findOne(NoteRow, { id });
  if (known && known.projectId !== projectId)
    throw new NotFoundError('COMPLETE.NO_NOTE', 'There is no such note of this project');
  const [author, now] = [{ email: by.email, name: by.name }, new Date(at)];
  const lately = { $gte: new Date(now.getTime() - minutesApart * 60_000) };
  const isThere =
    known?.text === text ||
    (!known && (await em.count(NoteRow, { projectId, text, authorEmail: author.email, writtenAt: lately })) > 0);
  if (isThere) return false;
  em.create(HistoryRow, {
    projectId,
    at: now,
    byEmail: author.email,
    byName: author.name,
    kind: 'notes',
    what: 'Note',
    before: known?.text ?? null,
    after: text,
  });
  if (known) known.text = text;
  else em.create(NoteRow, { id, projectId, authorEmail: author.email, authorName: author.name, text, writtenAt: now });
  await em.flush();
  return true;
}
