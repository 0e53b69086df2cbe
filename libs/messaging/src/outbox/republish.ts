import type { OutboxEvent } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { queueEvents } from './queue-events.ts';

/** What a service tells of its present state, in chunks, in an order of its own. */
export interface PresentState {
  /** The next subjects after the last one given, at most `count`; none at the end. */
  readonly subjectsAfter: (em: EntityManager, last: string | undefined, count: number) => Promise<string[]>;
  /** The `….state-republished.v1` events of these subjects, read from the tables now. */
  readonly eventsOf: (em: EntityManager, subjects: string[]) => Promise<OutboxEvent[]>;
  readonly chunk?: number;
  readonly onProgress?: (count: number) => void;
}

/**
 * Queues a service's whole present state again, for a lost topic or a new consumer; answers how many events. Subjects are
 * locked before their state is read: a change that is under way gets the later number, so a stale state never looks newer.
 */
export async function republish(
  orm: MikroORM,
  { subjectsAfter, eventsOf, chunk = 500, onProgress }: PresentState,
): Promise<number> {
  let count = 0;
  for (let last: string | undefined; ;) {
    const subjects = await subjectsAfter(orm.em.fork(), last, chunk);
    if (subjects.length === 0) return count;
    await orm.em.fork().transactional(async (em) => {
      await sql(em, lockSubjects, [subjects]);
      const events = await eventsOf(em, subjects);
      await queueEvents(em, ...events);
      count += events.length;
    });
    last = subjects.at(-1);
    onProgress?.(count);
  }
}

/** Holds the numbering of these subjects: who queues an event of one waits, and who did so before has committed. */
const lockSubjects = `
  insert into subject_sequence as known (subject, last) select subject, 0 from unnest($1::text[]) as subject order by subject
  on conflict (subject) do update set last = known.last`;
