import { NoteRow, type Occasion, TeamNoticeRow } from '@academies/complete';
import type { CompleteProject } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';

/** What is kept beside the project: the comments as its first note, and word to the leaders of a team without a person. */
export async function keepHandoverDetails(
  em: EntityManager,
  { id, team, assignedTo }: CompleteProject,
  { comments, by, at }: Occasion & { comments: string | null },
): Promise<void> {
  const now = new Date(at);
  if (comments)
    em.create(NoteRow, {
      id: v7(),
      projectId: id,
      authorEmail: by.email,
      authorName: by.name,
      text: comments,
      writtenAt: now,
    });
  if (team && !assignedTo) em.create(TeamNoticeRow, { projectId: id, team, toldAt: now });
  await em.flush();
}
