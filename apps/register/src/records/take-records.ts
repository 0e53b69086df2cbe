import type { OutboxEvent } from '@academies/contracts';
import { sql } from '@academies/database';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { takeRecords } from './records.sql.ts';

/** A new or changed row, and the event that tells of it. */
export interface Taken {
  readonly key: string;
  readonly hash: string;
  readonly state: unknown;
  readonly event: OutboxEvent;
}

/** Rows and their events in one commit: after a kill at any moment both are there, or neither. */
export async function takeAll(em: EntityManager, kind: string, taken: readonly Taken[]): Promise<void> {
  const rows = taken.map(({ key, hash, state }) => ({ key, hash, state }));
  await em.fork().transactional(async (transaction) => {
    await sql(transaction, takeRecords, [kind, JSON.stringify(rows)]);
    await queueEvents(transaction, ...taken.map(({ event }) => event));
  });
}
