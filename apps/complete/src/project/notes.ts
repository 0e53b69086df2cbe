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

/** Writes a note on a project, and that into its history, in the transaction of `em`; the same text again is nothing new. */
export async function writeNote(em: EntityManager, { projectId, text, by, at, id = v7() }: WrittenNote): Promise<void> {
  const known = await em.findOne(NoteRow, { id });
  if (known && known.projectId !== projectId)
    throw new NotFoundError('COMPLETE.NO_NOTE', 'There is no such note of this project');
  if (known?.text === text) return;
  const [author, now] = [{ email: by.email, name: by.name }, new Date(at)];
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
}
