import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How an outbox is doing. */
export interface OutboxState {
  readonly unpublished: number;
  /** Age of the oldest event that is not published, in seconds. */
  readonly oldest: number;
  /** Events that the broker refuses; each holds its key back. */
  readonly refused: number;
}

const outboxState = `
  select count(*)::int as unpublished, count(refused)::int as refused,
    coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float as oldest
  from outbox where published_at is null`;

export async function outboxStateOf(em: EntityManager): Promise<OutboxState> {
  const [state] = await sql<OutboxState>(em, outboxState);
  return state as OutboxState;
}
