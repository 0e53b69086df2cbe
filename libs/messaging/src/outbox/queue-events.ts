import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { outboxRow, type Queued } from './outbox-row.ts';
import { queueEventsSql } from './queue-events.sql.ts';

/**
 * Puts events into the outbox, in the transaction that is open on `em`: they are published when it commits, and never
 * when it does not. Writes at once, not at the flush; both are in the same commit, so their order cannot be seen. State
 * that an event carries must be what the transaction will leave, not what it found.
 */
export async function queueEvents(em: EntityManager, ...events: readonly Queued[]): Promise<void> {
  if (!em.isInTransaction()) throw new Error('Events are queued in the transaction of their change: open one on this em');
  if (events.length === 0) return;
  await sql(em, queueEventsSql, [JSON.stringify(events.map(outboxRow))]);
}
