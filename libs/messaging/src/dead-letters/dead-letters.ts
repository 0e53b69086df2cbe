import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DeadLetterRow, parkedEventOf, type ParkedEvent } from './parked-event.ts';
import { deadLetterSql } from './dead-letters.sql.ts';

/** Which parked messages: all, those of a key, or the one with this number (`#17`, for a message without a key). */
export type Choice = 'all' | (string & {});

/** A parked message, or one that was: what became of it, when and by whom. */
export interface FoundLetter extends ParkedEvent {
  readonly state: 'parked' | 'replayed' | 'discarded';
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly note: string | null;
}

/** What service support does with parked messages. The service that has the handlers does it, a second later at most. */
export interface DeadLetters {
  /** Oldest first. */
  list(limit?: number): Promise<ParkedEvent[]>;
  /** Those of a key, of an event's id, or with a number (`#17`), settled ones too; newest first. */
  find(text: string, limit?: number): Promise<FoundLetter[]>;
  /** How many wait, by group. */
  counts(): Promise<Record<string, number>>;
  /** Asks for another try, in order, until the key is free or fails again; answers how many keys that concerns. */
  replay(choice: Choice, by?: string): Promise<number>;
  /** Asks to give up the first message of a key; those that waited behind it then take effect. */
  discard(choice: Exclude<Choice, 'all'>, note: string, by: string): Promise<number>;
}

/** How many keys are held back by parked messages, as a service says with its watermark. */
export async function countParkedKeys(em: EntityManager): Promise<number> {
  const [found] = await sql<{ count: number }>(em, deadLetterSql.countKeys);
  return found?.count ?? 0;
}

/** The parked messages of a service; of one group, or of all that work in its database. */
export const deadLetters = (em: EntityManager, group: string | null = null): DeadLetters => ({
  list: async (limit = 1_000) => (await sql<DeadLetterRow>(em, deadLetterSql.list, [group, limit])).map(parkedEventOf),
  find: async (text, limit = 50) =>
    (await sql<DeadLetterRow>(em, deadLetterSql.find, [text, limit])).map((row) => parkedEventOf(row) as FoundLetter),
  counts: async () => {
    const rows = await sql<{ group: string; count: number }>(em, deadLetterSql.count);
    return Object.fromEntries(rows.filter((row) => !group || row.group === group).map((row) => [row.group, row.count]));
  },
  replay: async (choice, by) =>
    (await sql(em, deadLetterSql.askReplay, [group, choice === 'all' ? null : choice, by ?? null])).length,
  discard: async (choice, note, by) => (await sql(em, deadLetterSql.askDiscard, [group, choice, note, by])).length,
});
