import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An event in the outbox that the broker refused; later ones of its key wait behind it, and so do the watermarks. */
export interface RefusedEvent {
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly reason: string;
}

/** Every event that the broker refused, oldest first. */
export const refusedEvents = (em: EntityManager): Promise<RefusedEvent[]> =>
  sql<RefusedEvent>(em, 'select topic, key, type, refused as reason from outbox where refused is not null order by id');

/** Lets the relay try them again, once the cause is fixed; answers how many. `key`: of one key only. */
export async function publishAgain(em: EntityManager, key?: string): Promise<number> {
  const tried = await sql(
    em,
    `with tried as (
       update outbox set refused = null where refused is not null and ($1::text is null or key = $1) returning 1
     )
     select pg_notify('outbox', '') from tried`,
    [key ?? null],
  );
  return tried.length;
}
