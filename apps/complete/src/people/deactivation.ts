import { assignProject, isAssignedTo, PersonRow } from '@academies/complete';
import { changed, type Person } from '@academies/contracts';
import { sql } from '@academies/database';
import { withdrawMail } from '@academies/mail';
import { endSessionsOf, type SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { assignable } from '../project/people.ts';
import type { Projects } from '../project/projects.ts';

const runsSql = `select id from project where assigned_to = $1 and state = 'active' order by id`;

/** The active projects that somebody runs. */
export const projectsRunBy = async (em: EntityManager, email: string): Promise<string[]> =>
  (await sql<{ id: string }>(em, runsSql, [email])).map(({ id }) => id);

/**
 * Hands the projects of somebody on, each with its event and history, and tells who gets them in one e-mail; answers with
 * what stands against it.
 */
export async function handOn(
  projects: Projects,
  { from, to, user }: { from: string; to: Person | null; user: SignedInUser },
): Promise<string[]> {
  const ids = await projectsRunBy(projects.em, from);
  return projects.together(async (change) => {
    const against: string[] = [];
    for (const id of ids) {
      const problems = await change({
        id,
        user,
        facts: async (em) => to && (await assignable(em, to.email)),
        // Somebody else may have handed it on meanwhile.
        rule: (project, context, taker) =>
          isAssignedTo(project, { email: from, name: '' }) && project.state === 'active'
            ? assignProject(project, { ...context, to: taker ?? null })
            : changed(project),
      });
      against.push(...(problems ?? []).map(({ message }) => message));
    }
    return against;
  });
}

/**
 * Refuses somebody from now on; every session of theirs and every e-mail that waits for them ends in the same commit
 * (docs/domain/README.md, "People").
 */
export const deactivate = (em: EntityManager, email: string, now: Date): Promise<void> =>
  em.transactional(async (inside) => {
    await endSessionsOf(inside, email);
    await withdrawMail(inside, email);
    await inside.nativeUpdate(PersonRow, { email }, { deactivatedAt: now });
  });
