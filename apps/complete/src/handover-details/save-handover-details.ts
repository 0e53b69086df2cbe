import { HandoverDetailsRow, TeamNoticeRow } from '@academies/complete';
import type { CommandContext, CompleteProject } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { writeNote } from '../project/notes.ts';

/** What is kept beside the project: who added what, the comments as its first note, and word to the leaders of a team without a person. */
export async function saveHandoverDetails(
  em: EntityManager,
  { id, team, assignedTo }: CompleteProject,
  { comments, by, at }: CommandContext & { comments: string | null },
): Promise<void> {
  const now = new Date(at);
  em.create(HandoverDetailsRow, { projectId: id, byEmail: by.email, byName: by.name, comments, addedAt: now });
  if (comments) await writeNote(em, { projectId: id, text: comments, by, at });
  if (team && !assignedTo) em.create(TeamNoticeRow, { projectId: id, team, toldAt: now });
  await em.flush();
}
