import type { PresentState } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventsOf, type KindName } from './events.table.ts';
import { keysAfter, recordsOf } from './records.sql.ts';

/** What the register has of a kind, for publishing it again. */
export function presentStateOf(kind: KindName): PresentState {
  const { subjects, republished } = eventsOf[kind];
  const keyOf = (subject: string): string => subject.slice(subjects.length);
  return {
    async subjectsAfter(em: EntityManager, last, count) {
      const next = await em.execute<{ key: string }[]>(keysAfter, [kind, last === undefined ? '' : keyOf(last), count]);
      return next.map(({ key }) => subjects + key);
    },
    async eventsOf(em: EntityManager, chosen) {
      const parameters = [kind, JSON.stringify(chosen.map(keyOf))];
      const records = await em.execute<{ key: string; state: unknown }[]>(recordsOf, parameters);
      return records.map(({ key, state }) => republished(key, state));
    },
  };
}
