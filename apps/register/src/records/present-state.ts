import { sql } from '@academies/database';
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
      const next = await sql<{ key: string }>(em, keysAfter, [kind, last === undefined ? '' : keyOf(last), count]);
      return next.map(({ key }) => subjects + key);
    },
    async eventsOf(em: EntityManager, chosen) {
      const records = await sql<{ key: string; state: unknown }>(em, recordsOf, [kind, chosen.map(keyOf)]);
      return records.map(({ key, state }) => republished(key, state));
    },
  };
}
